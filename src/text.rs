//! Words in Swedish and English, dates, widths and order. Nothing here knows the model.
