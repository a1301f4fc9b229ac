# Comments.

step-comment = { $idea } commented
step-comment-amend = Comment on { $idea } changed
step-comment-remove = Comment on { $idea } removed
refused-comment-empty = Write something in the comment first.

# The idea's profile.

step-assess = { $idea } assessed
refused-profile-empty = Answer at least one row first.
refused-criterion = The profile has no row called { $criterion }.
refused-level = A level is from 0 to { $highest }, not { $level }.
profile-find-out = This is what you need to find out: { $criteria }
profile-last-time = last time { $level }
profile-talk-about = talk about
profile-below = The gate advises level { $least }, you are at { $level }.
profile-below-unanswered = The gate advises level { $least }, nobody has answered yet.
