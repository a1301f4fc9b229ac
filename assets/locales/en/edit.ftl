## Fields, their groups and what happens when somebody changes them.

step-edit = change { $field } of idea { $idea }
step-edit-many = change { $n } fields of idea { $idea }
step-test-add = add a test to idea { $idea }
step-test-edit = change a test of idea { $idea }
step-test-remove = remove a test from idea { $idea }
step-owner = set the owner of idea { $idea }
step-owner-many = set the owner of { $n } ideas
step-owner-none = remove the owner of idea { $idea }
step-owner-none-many = remove the owner of { $n } ideas
step-tag = tag idea { $idea }
step-tag-many = tag { $n } ideas
step-untag = remove a tag from idea { $idea }
step-untag-many = remove a tag from { $n } ideas
step-samples = put in the invented sample ideas

refused-field-day = { $field }: “{ $said }” cannot be read as a day. Write for example Friday, 27/11 or week 48.
refused-field-no-such-day = { $field }: the calendar has no day “{ $said }”. Check the digits.
refused-field-number = { $field }: write how many in digits, not “{ $said }”.
refused-field-score = { $field }: choose 1 to 5, not “{ $said }”.
refused-field-choice = { $field }: “{ $said }” is not among the choices. Choose one of { $choices }.
refused-test-empty = Write something about the test first. Start with what you want to know.
refused-test-ends-first = The test ends { $ends }, before it starts { $starts }. Change one of the days.
refused-tag-empty = Write a tag, a short word without commas.
refused-samples-not-fresh = The sample ideas need a new file. This file has a board already.

group-capture = The idea
group-need = The need
group-solution = The solution
group-people = People
group-plan = Next step
group-handling = Handling
group-test = The test
