# Kommentarer.

step-comment = { $idea } kommenterad
step-comment-amend = Kommentar till { $idea } ändrad
step-comment-remove = Kommentar till { $idea } borttagen
refused-comment-empty = Skriv något i kommentaren först.

# Idéns profil.

step-assess = { $idea } självskattad
refused-profile-empty = Svara på minst en rad först.
refused-criterion = Profilen har ingen rad som heter { $criterion }.
refused-level = En nivå är från 0 till { $highest }, inte { $level }.
profile-find-out = Det här behöver ni ta reda på: { $criteria }
profile-last-time = förra gången { $level }
profile-talk-about = prata om
profile-below = Grinden råder nivå { $least }, ni är på { $level }.
profile-below-unanswered = Grinden råder nivå { $least }, ingen har svarat än.
