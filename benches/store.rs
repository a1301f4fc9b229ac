//! The file at several sizes: a window of the board, filters, the list, a save.

#[path = "common/files.rs"]
mod files;
#[path = "common/readers.rs"]
mod readers;

use divan::{Bencher, black_box};
use sluss::domain::ListColumn;
use sluss::domain::{
    Anchor, Capture, Captured, Filter, IdeaId, Order, Sluice, Source, Stage, StageId, Stamp, Uid,
};
use sluss::store::seed::TODAY;
use sluss::store::{Cancel, FilterQuery, ListQuery, Reader, Request, Store};

const SIZES: [u32; 3] = [100, 10_000, 1_000_000];

fn main() {
    divan::main();
}

fn stages(reader: &Reader) -> Vec<StageId> {
    let mut stages: Vec<Stage> = reader.every().expect("the file can be read");
    stages.sort_by_key(|stage| stage.rank);
    stages.iter().map(|stage| stage.id).collect()
}

/// What the first screen reads: counts, and sixty cards of each column.
#[divan::bench(args = SIZES)]
fn board(bencher: Bencher, ideas: u32) {
    let reader = readers::reader(ideas);
    let stages = stages(&reader);
    bencher.bench_local(|| {
        let window = |stage: &StageId| reader.window(*stage, Order::ByHand, Anchor::Head, 60);
        stages.iter().map(|it| window(it).map_or(0, |it| it.cards.len())).sum::<usize>()
    });
}

#[divan::bench(args = SIZES)]
fn window_around(bencher: Bencher, ideas: u32) {
    let reader = readers::reader(ideas);
    let first = *stages(&reader).first().expect("a sluice has stages");
    let foot = reader.window(first, Order::ByHand, Anchor::Foot, 40).expect("it can be read");
    let around = foot.cards.first().map_or(IdeaId(1), |card| card.id);
    bencher.bench_local(|| reader.window(first, Order::ByHand, Anchor::Around(around), 60));
}

#[divan::bench(args = SIZES)]
fn open_an_idea(bencher: Bencher, ideas: u32) {
    let reader = readers::reader(ideas);
    let idea = IdeaId(i64::from(ideas / 2));
    bencher.bench_local(|| reader.detail(black_box(idea)));
}

#[divan::bench(args = SIZES, sample_count = 50)]
fn save(bencher: Bencher, ideas: u32) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made");
    let path = folder.path().join("sluss.db");
    std::fs::copy(files::path(ideas), &path).expect("the file can be copied");
    let mut store = Store::open(&path, "bench".into()).expect("the file was seeded");
    let stage = *stages(&readers::reader(ideas)).first().expect("a sluice has stages");
    let mut uid = 1 << 90;
    bencher.bench_local(|| {
        uid += 1 << 16;
        let uid = Uid(uuid::Uuid::from_u128(uid));
        let request = Request { uid, now: Stamp(1_795_435_200_000), today: TODAY, who: None };
        let lines = vec![Captured::read("Kettle")];
        store.commit(request, &Capture { stage, lines, source: Source::Form }.into())
    });
}

const FILTERS: [&str; 10] = [
    "",
    "ägare:ingen",
    "ägare:ann",
    "steg:2 ålder>14",
    "#skola",
    "kommenterad:7d",
    "utan:behov",
    "är:stillastående -#skola",
    "bygg",
    "bygglov ägare:ingen",
];

#[divan::bench(args = FILTERS, sample_count = 20)]
fn filter_100_000(bencher: Bencher, line: &str) {
    let reader = readers::reader(100_000);
    let arena = readers::arena(&reader);
    let sluice = reader.every::<Sluice>().expect("it can be read").first().map(|it| it.id);
    let query = FilterQuery {
        sluice: sluice.unwrap_or_default(),
        filter: Filter::parse(line),
        order: Order::ByHand,
        today: TODAY,
    };
    bencher.bench_local(|| reader.filtered(&query, Some(&arena), &Cancel::default()));
}

#[divan::bench(args = ListColumn::ALL, sample_count = 20)]
fn list_100_000(bencher: Bencher, sort: ListColumn) {
    let reader = readers::reader(100_000);
    let filter = Filter::default();
    let query = ListQuery { sluice: None, filter, sort, descending: false, today: TODAY };
    bencher.bench_local(|| {
        let ids = reader.list(&query, None, &Cancel::default()).ok().flatten().unwrap_or_default();
        reader.list_rows(ids.get(..60).unwrap_or_default()).map_or(0, |rows| rows.len())
    });
}
