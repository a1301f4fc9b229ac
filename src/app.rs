//! The model and its one door: `update`.
