# Ideas that come in before a room, and the groups they are put into.

context-capture = While ideas come in at a workshop
context-gather = Among the groups

action-reveal = Show the ideas to the room
action-reveal-help = Shows ideas that came in hidden. Can be undone.
action-leave-it = The idea is there already
action-leave-it-help = Empties the line where an idea like it exists. Arrow up brings the line back.
action-gather = Group ideas
action-gather-help = Puts the workshop's ideas under headings and merges duplicates.
action-group = Put under a heading
action-group-help = Puts the marked ideas under a new heading or one that exists.
action-merge = Merge duplicates
action-merge-help = The marked ideas live on in one of them. You can bring an idea back at any time.
action-unmerge = Unmerge
action-unmerge-help = The idea stands on its own again, in the stage where it was.

step-reveal-ideas = Ideas of item { $nth } shown
refused-reveal-shown = The ideas are not hidden. The room sees them already.
told-is-there = That is { $idea }. The line is empty, arrow up brings it back.
refused-nothing-alike = No idea like the line has been found.
room-capture-hidden = Ideas, hidden until all are done
room-capture-reminder = write no names and no health details

refused-gather-closed = Open the groups first: press Space w c.
refused-gather-number = { $number } is no idea of the workshop that can be grouped.
refused-gather-lives = Type the number of one of the marked ideas.
refused-gather-loose = The idea is in no group.
refused-gather-no-group = Go to a group first.
refused-gather-one = Mark at least two ideas first, or type their numbers.
refused-gather-unmerged = No idea is merged with this one.

gather-title = Group
gather-counts = { $n } ideas, { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
  }
gather-marked = { $n } marked
gather-all = The ideas
gather-groups = Groups
gather-none = All ideas are in a group.
gather-no-groups = No groups yet. Mark ideas and press g.
gather-holds = with { $ideas }
gather-hint = Type numbers, like 3 7 12, or 3 7 12 Food.
gather-numbers = Numbers:
gather-numbers-hint = 3 7 12 marks. 3 7 12 Food puts them under Food.
gather-heading = Heading:
gather-rename = New name:
gather-lives = Lives on:
gather-lives-hint = Which of { $ideas } lives on? The others go with it.
gather-reason = The same idea as { $idea }, by the workshop.

hint-leave-it = is there
hint-park = park
hint-reveal = show
hint-group = group
hint-merge = merge
hint-take-out = take out
hint-undo = undo
