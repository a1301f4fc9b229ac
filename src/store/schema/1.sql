-- The first schema. Columns of records stand in the order of their structs in src/domain/records.rs;
-- the sum over them, by which damage is found, stands last.

CREATE TABLE sluice (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL,
  removed INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  sluice INTEGER NOT NULL REFERENCES sluice (id),
  rank INTEGER NOT NULL,
  key TEXT,
  name TEXT,
  purpose TEXT,
  soft_limit INTEGER,
  warn_days INTEGER,
  gate_name TEXT,
  gate_who TEXT,
  needs_receiver INTEGER NOT NULL,
  removed INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX stage_by_sluice ON stage (sluice);

CREATE TABLE gate_question (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  stage INTEGER NOT NULL REFERENCES stage (id),
  rank INTEGER NOT NULL,
  key TEXT,
  text TEXT,
  must INTEGER NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX gate_question_by_stage ON gate_question (stage);

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE challenge (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE referral_target (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  rank INTEGER NOT NULL,
  key TEXT,
  name TEXT,
  contact TEXT,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  contact TEXT,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE workshop (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  day TEXT,
  begins INTEGER,
  place TEXT NOT NULL,
  people INTEGER,
  template TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  state TEXT NOT NULL,
  started INTEGER,
  started_in TEXT,
  ended INTEGER,
  ended_in TEXT,
  removed INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE idea (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  stage INTEGER NOT NULL REFERENCES stage (id),
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  outcome TEXT,
  stage_since TEXT NOT NULL,
  unit INTEGER REFERENCES unit (id),
  giver INTEGER REFERENCES person (id),
  owner INTEGER REFERENCES person (id),
  coach INTEGER REFERENCES person (id),
  receiver TEXT,
  next_due TEXT,
  paused_until TEXT,
  challenge INTEGER REFERENCES challenge (id),
  source TEXT NOT NULL,
  workshop INTEGER REFERENCES workshop (id),
  sensitivity TEXT NOT NULL,
  name_visible TEXT NOT NULL,
  wants_to_join TEXT NOT NULL,
  record_status TEXT NOT NULL,
  diary_no TEXT,
  benefit_score INTEGER,
  effort_score INTEGER,
  merged_into INTEGER REFERENCES idea (id),
  created INTEGER NOT NULL,
  removed INTEGER,
  -- What the card shows of other records; rewritten after each step, no part of any.
  comments INTEGER NOT NULL DEFAULT 0,
  answer_due TEXT,
  weakest TEXT,
  weakest_level INTEGER,
  has_receiver INTEGER NOT NULL DEFAULT 0,
  decided INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX idea_by_unit ON idea (unit) WHERE unit IS NOT NULL;

CREATE INDEX idea_by_giver ON idea (giver) WHERE giver IS NOT NULL;

CREATE INDEX idea_by_owner ON idea (owner) WHERE owner IS NOT NULL;

CREATE INDEX idea_by_coach ON idea (coach) WHERE coach IS NOT NULL;

CREATE INDEX idea_by_challenge ON idea (challenge) WHERE challenge IS NOT NULL;

CREATE INDEX idea_by_workshop ON idea (workshop) WHERE workshop IS NOT NULL;

-- What is kept from a room.
CREATE INDEX idea_protected ON idea (stage) WHERE sensitivity = 'skyddad';

CREATE INDEX idea_by_merged_into ON idea (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE idea_text (
  id INTEGER PRIMARY KEY REFERENCES idea (id),
  uid TEXT NOT NULL UNIQUE,
  need TEXT NOT NULL,
  target_group TEXT NOT NULL,
  solution TEXT NOT NULL,
  benefit TEXT NOT NULL,
  alternatives TEXT NOT NULL,
  effort_note TEXT NOT NULL,
  next_step TEXT NOT NULL,
  next_role TEXT NOT NULL,
  paused_event TEXT NOT NULL,
  referred_to TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE idea_tag (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  idea INTEGER NOT NULL REFERENCES idea (id),
  tag INTEGER NOT NULL REFERENCES tag (id),
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX idea_tag_by_idea ON idea_tag (idea);

CREATE INDEX idea_tag_by_tag ON idea_tag (tag);

CREATE TABLE idea_benefit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  idea INTEGER NOT NULL REFERENCES idea (id),
  benefit TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX idea_benefit_by_idea ON idea_benefit (idea);

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  idea INTEGER NOT NULL REFERENCES idea (id),
  label TEXT NOT NULL,
  address TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX link_by_idea ON link (idea);

CREATE TABLE comment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  idea INTEGER NOT NULL REFERENCES idea (id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  author INTEGER REFERENCES person (id),
  at INTEGER NOT NULL,
  edited INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX comment_by_idea ON comment (idea);

CREATE INDEX comment_by_author ON comment (author) WHERE author IS NOT NULL;

CREATE TABLE test (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  idea INTEGER NOT NULL REFERENCES idea (id),
  question TEXT NOT NULL,
  method TEXT NOT NULL,
  place TEXT NOT NULL,
  participants INTEGER,
  starts TEXT,
  ends TEXT,
  measure TEXT NOT NULL,
  stop_rule TEXT NOT NULL,
  result TEXT NOT NULL,
  learning TEXT NOT NULL,
  cost TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX test_by_idea ON test (idea);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  idea INTEGER NOT NULL REFERENCES idea (id),
  stage INTEGER NOT NULL REFERENCES stage (id),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  learning TEXT NOT NULL,
  conditions TEXT NOT NULL,
  until TEXT,
  event TEXT NOT NULL,
  target TEXT NOT NULL,
  contact TEXT NOT NULL,
  skipped INTEGER NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX decision_by_idea ON decision (idea);

CREATE INDEX decision_by_stage ON decision (stage);

CREATE TABLE gate_answer (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  decision INTEGER NOT NULL REFERENCES decision (id),
  key TEXT,
  text TEXT,
  must INTEGER NOT NULL,
  reply TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX gate_answer_by_decision ON gate_answer (decision);

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  idea INTEGER NOT NULL REFERENCES idea (id),
  decision INTEGER REFERENCES decision (id),
  at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  text TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX feedback_by_idea ON feedback (idea);

CREATE INDEX feedback_by_decision ON feedback (decision) WHERE decision IS NOT NULL;

CREATE TABLE filling (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  idea INTEGER NOT NULL REFERENCES idea (id),
  at INTEGER NOT NULL,
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX filling_by_idea ON filling (idea);

CREATE TABLE filling_level (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  filling INTEGER NOT NULL REFERENCES filling (id),
  criterion TEXT NOT NULL,
  level INTEGER NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX filling_level_by_filling ON filling_level (filling);

CREATE TABLE saved_filter (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

-- That something went for good, and the uids of what went; outside the journal.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  official INTEGER NOT NULL,
  reference TEXT NOT NULL,
  ground TEXT NOT NULL,
  ideas INTEGER NOT NULL,
  people INTEGER NOT NULL,
  texts INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE gone (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE cluster (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  workshop INTEGER NOT NULL REFERENCES workshop (id),
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX cluster_by_workshop ON cluster (workshop);

CREATE TABLE cluster_idea (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  cluster INTEGER NOT NULL REFERENCES cluster (id),
  idea INTEGER NOT NULL REFERENCES idea (id),
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX cluster_idea_by_cluster ON cluster_idea (cluster);

CREATE INDEX cluster_idea_by_idea ON cluster_idea (idea);

CREATE TABLE vote (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  workshop INTEGER REFERENCES workshop (id),
  criterion TEXT NOT NULL,
  form TEXT NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  budget INTEGER,
  blind INTEGER NOT NULL,
  named INTEGER NOT NULL,
  axis TEXT,
  pair INTEGER REFERENCES vote (id),
  earlier INTEGER REFERENCES vote (id),
  expected INTEGER,
  state TEXT NOT NULL,
  opened INTEGER,
  revealed INTEGER,
  voters INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX vote_by_workshop ON vote (workshop);

CREATE INDEX vote_by_pair ON vote (pair) WHERE pair IS NOT NULL;

CREATE INDEX vote_by_earlier ON vote (earlier) WHERE earlier IS NOT NULL;

CREATE INDEX vote_open ON vote (state) WHERE state IN ('oppen', 'raknad');

CREATE TABLE vote_option (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  vote INTEGER NOT NULL REFERENCES vote (id),
  rank INTEGER NOT NULL,
  number INTEGER NOT NULL,
  idea INTEGER REFERENCES idea (id),
  cluster INTEGER REFERENCES cluster (id),
  text TEXT NOT NULL,
  revealed INTEGER,
  voters INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX vote_option_by_vote ON vote_option (vote);

CREATE INDEX vote_option_by_idea ON vote_option (idea) WHERE idea IS NOT NULL;

CREATE INDEX vote_option_by_cluster ON vote_option (cluster) WHERE cluster IS NOT NULL;

CREATE TABLE vote_count (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  vote INTEGER NOT NULL REFERENCES vote (id),
  option INTEGER NOT NULL REFERENCES vote_option (id),
  points INTEGER NOT NULL,
  n INTEGER NOT NULL,
  voter TEXT NOT NULL,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX vote_count_by_vote ON vote_count (vote);

CREATE INDEX vote_count_by_option ON vote_count (option);

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  workshop INTEGER NOT NULL REFERENCES workshop (id),
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  instruction TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  scene TEXT NOT NULL,
  state TEXT NOT NULL,
  started INTEGER,
  started_in TEXT,
  ended INTEGER,
  vote INTEGER REFERENCES vote (id),
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX agenda_item_by_workshop ON agenda_item (workshop);

CREATE INDEX agenda_item_by_vote ON agenda_item (vote) WHERE vote IS NOT NULL;

CREATE TABLE parking (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  workshop INTEGER NOT NULL REFERENCES workshop (id),
  text TEXT NOT NULL,
  owner TEXT NOT NULL,
  at INTEGER NOT NULL,
  done INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX parking_by_workshop ON parking (workshop);

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  workshop INTEGER REFERENCES workshop (id),
  idea INTEGER REFERENCES idea (id),
  text TEXT NOT NULL,
  role TEXT NOT NULL,
  due TEXT,
  at INTEGER NOT NULL,
  done INTEGER,
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX action_by_workshop ON action (workshop) WHERE workshop IS NOT NULL;

CREATE INDEX action_by_idea ON action (idea) WHERE idea IS NOT NULL;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  workshop INTEGER NOT NULL REFERENCES workshop (id),
  text TEXT NOT NULL,
  idea INTEGER REFERENCES idea (id),
  sum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX attendance_by_workshop ON attendance (workshop);

CREATE INDEX attendance_by_idea ON attendance (idea) WHERE idea IS NOT NULL;

-- What was voted and is not revealed yet: how many gave an option so many points. It is no record:
-- no history, no export and no reading tells of it. The reveal empties it into vote_count.
CREATE TABLE tally (
  vote INTEGER NOT NULL REFERENCES vote (id),
  option INTEGER NOT NULL REFERENCES vote_option (id),
  points INTEGER NOT NULL,
  voter TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (vote, option, points, voter)
) STRICT, WITHOUT ROWID;

CREATE INDEX tally_by_option ON tally (option);

-- How many have voted; in estimates also how many on each option (0 stands for the whole vote).
CREATE TABLE turnout (
  vote INTEGER NOT NULL REFERENCES vote (id),
  option INTEGER NOT NULL,
  voted INTEGER NOT NULL CHECK (voted >= 0),
  PRIMARY KEY (vote, option)
) STRICT, WITHOUT ROWID;

-- The last ballot's name, so that one that is tried again counts once. Gone when the next begins.
CREATE TABLE last_ballot (
  vote INTEGER PRIMARY KEY REFERENCES vote (id),
  uid TEXT NOT NULL
) STRICT;

-- Who has voted, where the vote asks for names; gone when it is revealed.
CREATE TABLE voter (
  vote INTEGER NOT NULL REFERENCES vote (id),
  name TEXT NOT NULL,
  PRIMARY KEY (vote, name)
) STRICT, WITHOUT ROWID;

-- What the room sees, for the window that shows it; empty where there is nothing to be seen. Each
-- writing has a number of its own, by which that window knows that there is something new.
CREATE TABLE live (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- The board reads its visible cards from these alone.
CREATE INDEX idea_by_hand ON idea (stage, rank, id, title, unit, stage_since, next_due, owner, comments, answer_due, has_receiver)
  WHERE status = 'aktiv' AND removed IS NULL;

CREATE INDEX idea_by_age ON idea (stage, stage_since, rank)
  WHERE status = 'aktiv' AND removed IS NULL;

CREATE INDEX idea_by_due ON idea (stage, coalesce(next_due, '9999'), rank)
  WHERE status = 'aktiv' AND removed IS NULL;

-- For new places in a column, whatever the status of the ideas in it.
CREATE INDEX idea_by_rank ON idea (stage, rank);

-- What there is to do, each kind by its day.
CREATE INDEX idea_by_answer ON idea (stage, answer_due) WHERE answer_due IS NOT NULL AND removed IS NULL;

CREATE INDEX idea_paused ON idea (stage, paused_until) WHERE status = 'vilande' AND removed IS NULL;

CREATE INDEX idea_without_owner ON idea (stage, stage_since)
  WHERE status = 'aktiv' AND removed IS NULL AND owner IS NULL;

CREATE INDEX idea_without_receiver ON idea (stage, stage_since)
  WHERE status = 'aktiv' AND removed IS NULL AND has_receiver = 0;

-- What is not on the board, in the order in which it is listed.
CREATE INDEX idea_on_pause_shelf ON idea (stage, CAST(replace(coalesce(paused_until, '9999'), '-', '') AS INTEGER), id)
  WHERE status = 'vilande' AND removed IS NULL;

CREATE INDEX idea_closed ON idea (stage, -coalesce(decided, 0), id)
  WHERE status = 'avslutad' AND removed IS NULL;

CREATE INDEX idea_removed ON idea (stage, -removed, id) WHERE removed IS NOT NULL;

-- How many ideas each column shows. Kept beside every step.
CREATE TABLE column_count (
  stage INTEGER PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT;

-- The highest id there ever was of each kind; ids are never used again.
CREATE TABLE id_counter (
  kind TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO id_counter VALUES ('sluice', 0);
INSERT INTO id_counter VALUES ('stage', 0);
INSERT INTO id_counter VALUES ('gate_question', 0);
INSERT INTO id_counter VALUES ('unit', 0);
INSERT INTO id_counter VALUES ('tag', 0);
INSERT INTO id_counter VALUES ('challenge', 0);
INSERT INTO id_counter VALUES ('referral_target', 0);
INSERT INTO id_counter VALUES ('person', 0);
INSERT INTO id_counter VALUES ('workshop', 0);
INSERT INTO id_counter VALUES ('idea', 0);
INSERT INTO id_counter VALUES ('idea_text', 0);
INSERT INTO id_counter VALUES ('idea_tag', 0);
INSERT INTO id_counter VALUES ('idea_benefit', 0);
INSERT INTO id_counter VALUES ('link', 0);
INSERT INTO id_counter VALUES ('comment', 0);
INSERT INTO id_counter VALUES ('test', 0);
INSERT INTO id_counter VALUES ('decision', 0);
INSERT INTO id_counter VALUES ('gate_answer', 0);
INSERT INTO id_counter VALUES ('feedback', 0);
INSERT INTO id_counter VALUES ('filling', 0);
INSERT INTO id_counter VALUES ('filling_level', 0);
INSERT INTO id_counter VALUES ('saved_filter', 0);
INSERT INTO id_counter VALUES ('erasure', 0);
INSERT INTO id_counter VALUES ('gone', 0);
INSERT INTO id_counter VALUES ('cluster', 0);
INSERT INTO id_counter VALUES ('cluster_idea', 0);
INSERT INTO id_counter VALUES ('vote', 0);
INSERT INTO id_counter VALUES ('vote_option', 0);
INSERT INTO id_counter VALUES ('vote_count', 0);
INSERT INTO id_counter VALUES ('agenda_item', 0);
INSERT INTO id_counter VALUES ('parking', 0);
INSERT INTO id_counter VALUES ('action', 0);
INSERT INTO id_counter VALUES ('attendance', 0);

-- One row a step, never changed. What still stands is told by the table after it.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  who INTEGER,
  run TEXT NOT NULL,
  label TEXT NOT NULL,
  changes TEXT NOT NULL,
  undoes INTEGER REFERENCES journal (seq),
  hash BLOB NOT NULL
) STRICT;

-- done, undone, or dropped (undone, and something else was done since). What was taken back together
-- with others names the entry that did it.
CREATE TABLE standing (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  run TEXT NOT NULL,
  state TEXT NOT NULL,
  taken_back_in INTEGER REFERENCES journal (seq)
) STRICT;

CREATE INDEX standing_by_taken_back_in ON standing (taken_back_in) WHERE taken_back_in IS NOT NULL;

CREATE INDEX standing_by_state ON standing (state, seq);

CREATE INDEX standing_by_run ON standing (run, state, seq);

CREATE INDEX journal_by_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

-- Which ideas a step is about.
CREATE TABLE step_idea (
  idea INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES journal (seq),
  PRIMARY KEY (idea, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX step_idea_by_seq ON step_idea (seq);

-- What is being typed, until the transaction that saves it.
CREATE TABLE draft (
  target TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  was TEXT NOT NULL,
  at INTEGER NOT NULL,
  discarded INTEGER,
  sum INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (target, field)
) STRICT, WITHOUT ROWID;

-- Where the person left off, and what was chosen on the first screen.
CREATE TABLE memory (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
