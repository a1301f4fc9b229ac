# Comments.

step-comment = { $idea } commented
step-comment-amend = Comment on { $idea } changed
step-comment-remove = Comment on { $idea } removed
refused-comment-empty = Write something in the comment first.
