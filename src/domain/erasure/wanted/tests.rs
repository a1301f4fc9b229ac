//! What of somebody is found in texts, and what only looks like it.

use super::*;

fn wanted() -> Wanted {
    Wanted::of(["Åsa Karin Lindqvist-Öberg"], ["asa.oberg@kommun.se, 070-123 45 67"])
}

fn forms(text: &str) -> Vec<(String, bool)> {
    wanted().traces(text).into_iter().map(|it| (it.form, it.is_part)).collect()
}

fn certain(text: &str) -> bool {
    forms(text).iter().any(|(_, is_part)| !is_part)
}

#[test]
fn the_whole_name_is_found_whatever_its_case_order_and_ending() {
    for text in [
        "Åsa Karin Lindqvist-Öberg",
        "fråga ÅSA KARIN LINDQVIST ÖBERG.",
        "Åsa Karin Lindqvist-Öbergs förslag",
        "Åsa\u{a0}Karin\nLindqvist-Öberg",
        "A\u{30a}sa Karin Lindqvist-O\u{308}berg",
    ] {
        assert!(certain(text), "{text}: {:?}", forms(text));
    }
    let two = Wanted::of(["Åsa Öberg"], []);
    for text in ["Öberg, Åsa", "åsa öbergs", "asa.oberg"] {
        assert!(two.traces(text).iter().any(|it| !it.is_part), "{text}");
    }
}

#[test]
fn a_part_of_the_name_is_told_as_one_that_may_mean_something_else() {
    for text in ["Åsas idé", "fråga åsa", "Lindqvistmodellen", "hälsa Öberg"] {
        assert!(matches!(forms(text).as_slice(), [(_, true)]), "{text}: {:?}", forms(text));
    }
    for text in ["Kåsa", "resan", "Kari", "ingen alls", ""] {
        assert_eq!(forms(text), [], "{text}");
    }
}

#[test]
fn addresses_and_numbers_are_found_however_they_are_written() {
    for text in [
        "Asa.Oberg@Kommun.se",
        "ring 0701234567",
        "ring 070-123 45 67 i dag",
        "+46 70 123 45 67",
        "0046-(0)701234567",
    ] {
        assert!(certain(text), "{text}: {:?}", forms(text));
    }
    for text in ["070-123 45 68", "2026-11-23", "12 345 67"] {
        assert!(!certain(text), "{text}");
    }
}

#[test]
fn no_word_or_number_is_cut_by_a_short_contact() {
    let of = |contact, text: &str| -> Vec<(String, bool)> {
        let traces = Wanted::of(["Åsa Öberg"], [contact]).traces(text);
        traces.into_iter().map(|it| (it.form, it.is_part)).collect()
    };
    let is = |form: &str, is_part: bool| vec![(form.to_owned(), is_part)];
    assert_eq!(of("tel", "på hotellet"), []);
    assert_eq!(of("tel", "via tel."), is("tel", true));
    assert_eq!(of("4512", "145120 kr"), []);
    assert_eq!(of("4512", "anknytning 4512"), is("4512", true));
    assert_eq!(of("kalle", "en kallelse"), is("kallelse", true));
    assert_eq!(of("@asa_o", "skriv till @asa_o!"), is("asa_o", true));
    assert_eq!(of("@asa_oberg", "skriv till @asa_oberg!"), is("asa_oberg", false));
    for text in ["kostar 8145120 kr", "nummer 1451209"] {
        assert!(matches!(of("145120", text).as_slice(), [(form, true)] if form.len() == 7));
    }
    assert_eq!(of("145120", "kostar 3 145 120 kr"), is("145 120", true));
    assert_eq!(of("145120", "ring 14 51 20"), is("14 51 20", false));
    assert_eq!(of("070-123 45 67", "kl 12 070-123 45 67"), is("070-123 45 67", false));
}

#[test]
fn a_trace_covers_what_was_written_and_nothing_else() {
    let text = "Hej A\u{30a}sa Karin Lindqvist-Öberg!";
    let traces = wanted().traces(text);
    assert_eq!(traces.len(), 1);
    assert_eq!(text.get(traces[0].range.clone()), Some("A\u{30a}sa Karin Lindqvist-Öberg"));
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,40}|[åsa öberg0-9+ -]{0,40}") {
        let traces = wanted().traces(&text);
        for pair in traces.windows(2) {
            proptest::prop_assert!(pair[0].range.end <= pair[1].range.start);
        }
        for trace in &traces {
            proptest::prop_assert!(text.get(trace.range.clone()).is_some());
        }
    }
}
