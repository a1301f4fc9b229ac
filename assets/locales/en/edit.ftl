# The fields: what happens when somebody changes them, and the groups they stand in.

step-edit = Changed in { $idea }: { $field }
step-edit-many =
    { $n ->
        [one] { $n } field changed in { $idea }
       *[other] { $n } fields changed in { $idea }
    }
step-test-add = New test in { $idea }
step-test-edit = Test changed in { $idea }
step-test-remove = Test removed from { $idea }
step-owner = { $idea } has an owner
step-owner-many =
    { $n ->
        [one] { $n } idea has an owner
       *[other] { $n } ideas have an owner
    }
step-owner-none = { $idea } is without an owner
step-owner-none-many =
    { $n ->
        [one] { $n } idea is without an owner
       *[other] { $n } ideas are without an owner
    }
step-tag = { $idea } tagged
step-tag-many =
    { $n ->
        [one] { $n } idea tagged
       *[other] { $n } ideas tagged
    }
step-untag = Tag removed from { $idea }
step-untag-many =
    { $n ->
        [one] Tag removed from { $n } idea
       *[other] Tag removed from { $n } ideas
    }
step-samples = The invented sample ideas put in

refused-field-day = { $field }: “{ $said }” cannot be read as a day. Write for example Friday, 27/11 or week 48.
refused-field-no-such-day = { $field }: the calendar has no day “{ $said }”. Check the digits.
refused-field-number = { $field }: write how many in digits, not “{ $said }”.
refused-field-score = { $field }: choose 1 to 5, not “{ $said }”.
refused-field-choice = { $field }: “{ $said }” is not among the choices. Choose from the list.
refused-test-empty = Write something about the test first. Start with what you want to know.
refused-test-ends-first = The test ends { $ends }, before it starts { $starts }. Change one of the days.
refused-tag-empty = Write a tag first, a short word without commas.
refused-samples-not-fresh = The sample ideas need a new file. This file has a board already.

group-capture = The idea
group-need = The need
group-solution = The solution
group-people = People
group-plan = Next step
group-handling = Handling
group-test = The test
