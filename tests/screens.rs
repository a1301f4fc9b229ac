//! What is on the screen. One picture a screen at 80x24 in Swedish; everything that must hold of any
//! screen, at any size, in both languages, in any number of colours, is asked of all of them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;
#[path = "common/ways.rs"]
mod ways;

use std::sync::LazyLock;

use expect_test::expect;
use scene::Scene;
use scene::picture::Picture;
use sluss::app::Colours;
use sluss::domain::Language;
use sluss::input::Context;
use ways::WAYS;

/// From the smallest that is promised to the largest that is likely.
const SIZES: &[(u16, u16)] =
    &[(20, 4), (38, 8), (60, 18), (70, 20), (80, 24), (120, 36), (200, 60), (300, 80)];

/// One screen as it was drawn.
struct Shown {
    /// Which it is, at what size, in which language and colours.
    place: String,
    picture: Picture,
    text: String,
    colours: Colours,
    /// An idea on the board is in focus.
    on_a_card: bool,
}

/// Every screen, drawn once for all the tests that ask about it.
static SCREENS: LazyLock<Vec<Shown>> = LazyLock::new(|| {
    let mut shown = Vec::new();
    for (name, keys) in WAYS {
        for language in [Language::Sv, Language::En] {
            let mut scene = Scene::demo(language);
            scene.press(keys);
            let every = SIZES.iter().map(|size| (*size, Colours::True));
            let few = [((70, 20), Colours::Sixteen), ((80, 24), Colours::None)];
            for ((columns, rows), colours) in every.chain(few) {
                scene.colours(colours).size(columns, rows);
                let picture = scene.picture();
                shown.push(Shown {
                    place: format!("{name} at {columns}x{rows}, {language:?}, {colours:?}"),
                    text: picture.text(),
                    picture,
                    colours,
                    on_a_card: scene.model.context() == Context::Board
                        && scene.model.pressed.is_empty()
                        && scene.model.curtain.is_none()
                        && scene.model.focused().is_some(),
                });
            }
        }
    }
    shown
});

#[test]
fn the_hints_are_whole() {
    for Shown { place, picture, text, .. } in SCREENS.iter() {
        let rows: Vec<String> = picture.rows().collect();
        let last = rows.last().unwrap();
        if rows.len() >= 8 {
            assert!(!last.trim().is_empty(), "no hints: {place}\n{text}");
            assert!(!last.contains('…'), "a hint is cut: {place}\n{text}");
        }
    }
}

#[test]
fn where_one_is_can_be_told_without_colour() {
    for Shown { place, picture, text, .. } in SCREENS.iter() {
        let sign = text.contains('▌') || text.lines().any(|line| line.trim().starts_with('>'));
        assert!(sign || picture.cursor.is_some(), "{place}\n{text}");
    }
}

#[test]
fn the_real_cursor_stands_on_the_focus() {
    for Shown { place, picture, text, on_a_card, .. } in SCREENS.iter() {
        let cursor = picture.cursor.unwrap_or_else(|| panic!("{place}\n{text}"));
        assert!(picture.cells.area.contains(cursor), "{place}: {cursor}");
        if *on_a_card {
            assert_eq!(picture.cells[cursor].symbol(), "▌", "{place}\n{text}");
        }
    }
}

#[test]
fn every_message_is_in_the_language() {
    for Shown { place, text, .. } in SCREENS.iter() {
        for (_, after) in text.match_indices('{').map(|(at, _)| text.split_at(at + 1)) {
            let begins = after.chars().next().is_some_and(|c| c.is_ascii_lowercase() || c == '$');
            assert!(!begins, "{place}\n{text}");
        }
    }
}

#[test]
fn without_colour_nothing_is_painted() {
    for Shown { place, picture, .. } in SCREENS.iter().filter(|s| s.colours == Colours::None) {
        let plain = ratatui::style::Color::Reset;
        let painted = picture.cells.content.iter().find(|c| c.fg != plain || c.bg != plain);
        assert!(painted.is_none(), "{place}: {painted:?}");
    }
}

#[test]
fn what_is_cut_says_so() {
    // A title that begins is a title that ends, or that owns up to its end being missing.
    let titles = "«Kort» | «En rubrik som är så lång att den inte får plats på två rader i någon \
                  kolumn alls, hur bred skärmen än är, och sedan lite till för säkerhets skull, \
                  för på en riktigt bred skärm är en kolumn över hundra tecken bred» | \
                  «Enmycketlångsammanskrivningutanettendablanktecken» | «Slut»";
    let board = format!("inkommen: {titles}\nbehov: {titles}\ntest: {titles}");
    for keys in ["", "down", "2 down down", "x x", "m right", "b", "o"] {
        let mut scene = Scene::of(&board);
        scene.press(keys);
        for (columns, rows) in SIZES {
            scene.size(*columns, *rows);
            let text = scene.picture().text();
            let count = |sign: char| text.chars().filter(|c| *c == sign).count();
            let (begun, ended) = (count('«'), count('»') + count('…'));
            assert!(begun <= ended, "{keys:?} at {columns}x{rows}\n{text}");
        }
    }
}

#[test]
fn no_size_is_too_small_or_too_large() {
    let odd = [(1, 1), (1000, 500), (19, 4), (20, 3), (500, 1), (1, 500), (65_535, 1)];
    let sizes: Vec<(u16, u16)> =
        (0..=5).flat_map(|x| (0..=5).map(move |y| (x, y))).chain(odd).collect();
    for (name, keys) in WAYS {
        let mut scene = Scene::demo(Language::Sv);
        scene.press(keys);
        for (columns, rows) in &sizes {
            scene.size(*columns, *rows);
            let picture = scene.picture();
            assert_eq!(picture.cells.area.width, *columns, "{name}");
        }
    }
}

#[test]
fn the_tabs_of_an_idea_are_left_out_whole_where_they_have_no_row() {
    let mut scene = Scene::demo(Language::Sv);
    scene.press("enter").size(20, 4);
    let text = scene.picture().text();
    assert!(text.contains("Steg\nInkommen"), "{text}");
}

#[test]
fn a_screen_that_is_too_small_says_so() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.size(19, 3);
    assert!(scene.picture().text().contains("19"), "{}", scene.picture().text());
}

#[test]
fn an_empty_board_says_what_to_do() {
    let mut scene = Scene::of("");
    expect![[r#"
         Idéslussen Vår idésluss                                           sparad 14:02
         Inkommen 0   Behov 0   Lösning 0   Test 0   Införande 0   I bruk 0

         Inkommen               0  Behov                  0  Lösning                0
         ━━━━━━━━━━━━━━━━━━━━━━━━  ────────────────────────  ────────────────────────

          Tryck n och skriv den     Här är det tomt.          Här är det tomt.
          första idén.















         ←↑↓→ gå   Enter öppna   n ny   > nästa steg   Mellanslag meny   ? hjälp
        CURSOR: 1, 5
        STRONG: Idéslussen
        ACCENT: Inkommen 0
        STAGE 1: Inkommen
        STAGE 2: Behov
        STAGE 3: Lösning
        ACCENT: ←↑↓→
        ACCENT: Enter
        ACCENT: n
        ACCENT: >
        ACCENT: Mellanslag
        ACCENT: ?
    "#]]
    .assert_eq(&scene.screen(80, 24));
}

#[test]
fn the_board() {
    expect![[r#"
         Idéslussen Björkådalens kommun (påhittad)                         sparad 14:02
         Inkommen 9   Behov 6   Lösning 5   Test 6   Införande 4   I bruk 2

         Inkommen               9  Behov                6/7  Lösning                5
         ━━━━━━━━━━━━━━━━━━━━━━━━  ────────────────────────  ────────────────────────
         ▌ 1 Lugn timme i           10 En karta för           17 En väg in för
         ▌   medborgarservice          anhöriga                  föreningar som…
         ▌   KLK  7 d  1 komm.         VOF  63 d  2 komm.        KFF  56 d  2 komm.

           2 Låna cykelkärra på     11 Sms på flera språk     18 Frivillig digital
             biblioteket               inför föräldramöten       tillsyn på natten
             KFF  11 d                 BUF  70 d  1 komm.        VOF  84 d  2 komm.

           3 Bytesbörs för          12 Enklare första brev    19 Gemensam
             arbetspass                om försörjningsstöd       fordonspool
             VOF  14 d  2 komm.        SOC  42 d  3 komm.        ! stillastående

           4 Kvällsöppen            13 Sommaröppna            20 Regnbädd på
             slöjdsal                  skolgårdar                skolgården
             BUF  7 d                  77 d  ! försenad          SBF  49 d

             + 5 till                  + 2 till                  + 1 till
         1 Lugn timme i medborgarservice · 25 nov, v. 48 · Kommunledningskontoret
         ←↑↓→ gå   Enter öppna   n ny   > nästa steg   Mellanslag meny   ? hjälp
        CURSOR: 1, 5
        STRONG: Idéslussen
        ACCENT: Inkommen 9
        STAGE 1: Inkommen
        STAGE 2: Behov
        STAGE 3: Lösning
        ACCENT ON GROUND: ▌ 1
        STRONG ON GROUND: Lugn timme i
        ACCENT ON GROUND: ▌
        STRONG ON GROUND: medborgarservice
        ACCENT ON GROUND: ▌
        ON GROUND: KLK
        ON GROUND: 7 d
        ON GROUND: 1 komm.
        WARNING: ! stillastående
        WARNING: ! försenad
        ACCENT: ←↑↓→
        ACCENT: Enter
        ACCENT: n
        ACCENT: >
        ACCENT: Mellanslag
        ACCENT: ?
    "#]]
    .assert_eq(&Scene::demo(Language::Sv).screen(80, 24));
}

#[test]
fn the_capture_line() {
    let mut scene = Scene::demo(Language::Sv);
    scene.press(r#"n "Låna ut fiskespön / barn utan utrustning #fritid""#);
    expect![[r#"
         Idéslussen Björkådalens kommun (påhittad)                         sparad 14:02
         Inkommen 9   Behov 6   Lösning 5   Test 6   Införande 4   I bruk 2

         Inkommen               9  Behov                6/7  Lösning                5
         ━━━━━━━━━━━━━━━━━━━━━━━━  ────────────────────────  ────────────────────────
         ▌ 1 Lugn timme i           10 En karta för           17 En väg in för
         ▌   medborgarservice          anhöriga                  föreningar som…
         ▌   KLK  7 d  1 komm.         VOF  63 d  2 komm.        KFF  56 d  2 komm.

           2 Låna cykelkärra på     11 Sms på flera språk     18 Frivillig digital
             biblioteket               inför föräldramöten       tillsyn på natten
             KFF  11 d                 BUF  70 d  1 komm.        VOF  84 d  2 komm.

           3 Bytesbörs för          12 Enklare första brev    19 Gemensam
             arbetspass                om försörjningsstöd       fordonspool
             VOF  14 d  2 komm.        SOC  42 d  3 komm.        ! stillastående

           4 Kvällsöppen            13 Sommaröppna            20 Regnbädd på
             slöjdsal                  skolgårdar                skolgården
             BUF  7 d                  77 d  ! försenad          SBF  49 d
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
         Ny idé                                             rubrik / behov #tagg @enhet
         Låna ut fiskespön / barn utan utrustning #fritid
         Enter spara   Tab formulär   Esc klar
        CURSOR: 49, 22
        STRONG: Idéslussen
        ACCENT: Inkommen 9
        STAGE 1: Inkommen
        STAGE 2: Behov
        STAGE 3: Lösning
        ACCENT ON GROUND: ▌ 1
        STRONG ON GROUND: Lugn timme i
        ACCENT ON GROUND: ▌
        STRONG ON GROUND: medborgarservice
        ACCENT ON GROUND: ▌
        ON GROUND: KLK
        ON GROUND: 7 d
        ON GROUND: 1 komm.
        WARNING: ! stillastående
        WARNING: ! försenad
        STRONG: Ny idé
        ACCENT: Enter
        ACCENT: Tab
        ACCENT: Esc
    "#]]
    .assert_eq(&scene.screen(80, 24));
}

#[test]
fn the_menu() {
    let mut scene = Scene::demo(Language::Sv);
    scene.press("space");
    expect![[r#"
         Idéslussen Björkådalens kommun (påhittad)                         sparad 14:02
         Inkommen 9   Behov 6   Lösning 5   Test 6   Införande 4   I bruk 2

         Inkommen             ╭ Meny ──────────────────────────────────────────────────╮
         ━━━━━━━━━━━━━━━━━━━━━│ n  Ny idé               r           Svara              │
         ▌ 1 Lugn timme i     │ b  Idéregn              S           Självbedöm         │
         ▌   medborgarservice │ e  Ändra                /           Sök                │
         ▌   KLK  7 d  1 komm.│ c  Kommentera           y           Kopiera            │
                              │ t  Tester               o           Ordna kolumnerna   │
           2 Låna cykelkärra p│ a  Idéägare             z           Hel ruta           │
             biblioteket      │ m  Flytta               p           Projektorläge      │
             KFF  11 d        │ <  Till förra steget    g           Ridå               │
                              │ J  Ner i kolumnen       Mellanslag  Alla kommandon     │
           3 Bytesbörs för    │ K  Upp i kolumnen       ?           Hjälp              │
             arbetspass       │ k  Markera              q           Avsluta            │
             VOF  14 d  2 komm│ x  Ta bort              v           Visa …             │
                              │ u  Ångra                w           Workshop …         │
           4 Kvällsöppen      │ U  Gör om               f           Filer …            │
             slöjdsal         │ M  Ta isär ihopslagen   j           Tavlan …           │
             BUF  7 d         │ >  Till nästa steg      l           Listor …           │
                              │ d  Besluta              s           Inställningar …    │
             + 5 till         ╰────────────────────────────────────────────────────────╯
         1 Lugn timme i medborgarservice · 25 nov, v. 48 · Kommunledningskontoret
         ←↑↓→ gå   Enter öppna   n ny   > nästa steg   Mellanslag meny   ? hjälp
        CURSOR: 24, 4
        STRONG: Idéslussen
        ACCENT: Inkommen 9
        STAGE 1: Inkommen
        STRONG: Meny
        ACCENT: n
        ACCENT: r
        ACCENT ON GROUND: ▌ 1
        STRONG ON GROUND: Lugn timme i
        ACCENT: b
        ACCENT: S
        ACCENT ON GROUND: ▌
        STRONG ON GROUND: medborgarservice
        ACCENT: e
        ACCENT: /
        ACCENT ON GROUND: ▌
        ON GROUND: KLK
        ON GROUND: 7 d
        ON GROUND: 1 komm.
        ACCENT: c
        ACCENT: y
        ACCENT: t
        ACCENT: o
        ACCENT: a
        ACCENT: z
        ACCENT: m
        ACCENT: p
        ACCENT: <
        ACCENT: g
        ACCENT: J
        ACCENT: Mellanslag
        ACCENT: K
        ACCENT: ?
        ACCENT: k
        ACCENT: q
        ACCENT: x
        ACCENT: v
        ACCENT: u
        ACCENT: w
        ACCENT: U
        ACCENT: f
        ACCENT: M
        ACCENT: j
        ACCENT: >
        ACCENT: l
        ACCENT: d
        ACCENT: s
        ACCENT: ←↑↓→
        ACCENT: Enter
        ACCENT: n
        ACCENT: >
        ACCENT: Mellanslag
        ACCENT: ?
    "#]]
    .assert_eq(&scene.screen(80, 24));
}

#[test]
fn the_board_on_the_projector() {
    let mut scene = Scene::demo(Language::Sv);
    scene.press("f5 esc right");
    expect![[r#"
         Projektor Björkådalens kommun (påhittad)                sparad 14:02
         Inkommen 9   Behov 6   Lösning 5   Test 6   Införande 4   I bruk 2

         ▝█▘     ▜▌
          █  █▀▙ ▐▌▟▘▟▀▙ █▄█▖█▄█▖▟▀▙ █▀▙
          █  █ █ ▐▛▙ █ █ █▜▜▌█▜▜▌█▀▀ █ █                              9 idéer
         ▝▀▘ ▀ ▀ ▀▘▝▘▝▀▘ ▀ ▝▘▀ ▝▘▝▀▘ ▀ ▀                          sida 1 av 3
         ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

           1 Lugn timme i                   ▌ 2 Låna cykelkärra på
             medborgarservice               ▌   biblioteket
             Kommunledningskontoret         ▌   KFF
                                            ▌

           3 Bytesbörs för arbetspass         4 Kvällsöppen slöjdsal
             VOF                                BUF


         2 Låna cykelkärra på biblioteket · 27 nov, v. 48
         ←↑↓→ gå   Enter öppna   F8 ridå   F5 projektor av   Mellanslag meny
        CURSOR: 36, 9
        ACCENT: Projektor
        ACCENT: Inkommen 9
        STAGE 1: ▝█▘     ▜▌
        STAGE 1: █  █▀▙ ▐▌▟▘▟▀▙ █▄█▖█▄█▖▟▀▙ █▀▙
        STAGE 1: █  █ █ ▐▛▙ █ █ █▜▜▌█▜▜▌█▀▀ █ █
        STAGE 1: ▝▀▘ ▀ ▀ ▀▘▝▘▝▀▘ ▀ ▝▘▀ ▝▘▝▀▘ ▀ ▀
        ACCENT: 1
        ACCENT ON GROUND: ▌
        ACCENT ON GROUND: 2
        STRONG ON GROUND: Låna cykelkärra på
        ACCENT ON GROUND: ▌
        STRONG ON GROUND: biblioteket
        ACCENT ON GROUND: ▌
        ON GROUND: KFF
        ACCENT ON GROUND: ▌
        ACCENT: 3
        ACCENT: 4
        ACCENT: ←↑↓→
        ACCENT: Enter
        ACCENT: F8
        ACCENT: F5
        ACCENT: Mellanslag
    "#]]
    .assert_eq(&scene.screen(70, 20));
}

#[test]
fn the_test_card() {
    let mut scene = Scene::demo(Language::Sv);
    scene.press("f5");
    expect![[r#"
        ····╷··10┃····╷··20┃····╷··30┃····╷··40┃····╷··50┃····╷··60┃····╷··70┃

         ▜▌▐▌                ▝█  ▝█          ▝█  ▀ ▀              ▟
         ▐▙▛ ▝▀▙ █▀▙     ▝▀▙  █   █  ▝▀▙      █  ▝▀▙ █▀▙ ▟▀▟▘▟▀▀ ▝█▀
         ▐▌▜▖▟▀█ █ █     ▟▀█  █   █  ▟▀█      █  ▟▀█ █ █ ▜▄█ ▝▀▙  █▗
         ▀▘▝▘▝▀▝▘▀ ▀     ▝▀▝▘▝▀▘ ▝▀▘ ▝▀▝▘    ▝▀▘ ▝▀▀▘▀ ▀ ▄▄▛ ▀▀▘  ▝▘

         ▜▌      ▜▌      ▝█  ▀ ▀              ▝█      ▟      ▜▌  ▀ ▀     ▟▀▙
         ▐▙▄ ▝▀▙ ▐▌▟▘     █  ▝▀▙ ▟▀▀ ▝▀▙     ▗▄█ ▟▀▙ ▝█▀     ▐▙▜▖▝▀▙ ▜▟▜▖ ▗▛
         ▐▌▐▌▟▀█ ▐▛▙      █  ▟▀█ ▝▀▙ ▟▀█     █ █ █▀▀  █▗     ▐▌▐▌▟▀█ ▐▌▝▘ ▀
         ▀▝▀ ▝▀▝▘▀▘▝▘    ▝▀▘ ▝▀▀▘▀▀▘ ▝▀▝▘    ▝▀▝▘▝▀▘  ▝▘     ▀▘▝▘▝▀▀▘▀▀   ▀

         Nu är det 70 tecken på bredden och 20 rader.

         Det räcker för den som sitter sex bildhöjder bort.

         Ser kanterna bra ut? I ett ljust rum syns svart på vitt bäst.


         Esc till tavlan   Mellanslag s t färger   F5 projektor av
        CURSOR: 1, 2
        STRONG: ▜▌▐▌                ▝█  ▝█          ▝█  ▀ ▀              ▟
        STRONG: ▐▙▛ ▝▀▙ █▀▙     ▝▀▙  █   █  ▝▀▙      █  ▝▀▙ █▀▙ ▟▀▟▘▟▀▀ ▝█▀
        STRONG: ▐▌▜▖▟▀█ █ █     ▟▀█  █   █  ▟▀█      █  ▟▀█ █ █ ▜▄█ ▝▀▙  █▗
        STRONG: ▀▘▝▘▝▀▝▘▀ ▀     ▝▀▝▘▝▀▘ ▝▀▘ ▝▀▝▘    ▝▀▘ ▝▀▀▘▀ ▀ ▄▄▛ ▀▀▘  ▝▘
        STRONG: ▜▌      ▜▌      ▝█  ▀ ▀              ▝█      ▟      ▜▌  ▀ ▀     ▟▀▙
        STRONG: ▐▙▄ ▝▀▙ ▐▌▟▘     █  ▝▀▙ ▟▀▀ ▝▀▙     ▗▄█ ▟▀▙ ▝█▀     ▐▙▜▖▝▀▙ ▜▟▜▖ ▗▛
        STRONG: ▐▌▐▌▟▀█ ▐▛▙      █  ▟▀█ ▝▀▙ ▟▀█     █ █ █▀▀  █▗     ▐▌▐▌▟▀█ ▐▌▝▘ ▀
        STRONG: ▀▝▀ ▝▀▝▘▀▘▝▘    ▝▀▘ ▝▀▀▘▀▀▘ ▝▀▝▘    ▝▀▝▘▝▀▘  ▝▘     ▀▘▝▘▝▀▀▘▀▀   ▀
        ACCENT: Nu är det 70 tecken på bredden och 20 rader.
        ACCENT: Esc
        ACCENT: Mellanslag s t
        ACCENT: F5
    "#]]
    .assert_eq(&scene.screen(70, 20));
}

#[test]
fn the_curtain() {
    let mut scene = Scene::demo(Language::Sv);
    scene.press("f8 + +");
    expect![[r#"

                   ▜▛▜▖  ▀ ▄ ▄     ▜▌   █   ▝█     ▝█
                   ▐▙▟▘  █ ▗▄▖ ▜▟▜▖▐▌▟▘▝▀▙ ▗▄█ ▝▀▙  █  ▟▀▙ █▀▙ ▟▀▀
                   ▐▌▐▌▄ █ █ █ ▐▌▝▘▐▛▙ ▟▀█ █ █ ▟▀█  █  █▀▀ █ █ ▝▀▙
                   ▀▀▀ ▜▄▛ ▝▀▘ ▀▀  ▀▘▝▘▝▀▀▘▝▀▝▘▝▀▝▘▝▀▘ ▝▀▘ ▀ ▀ ▀▀▘

         ▜▌                           ▟▘      █  ▜▌   ▀   ▟   ▟       ▝█ ▝▙
         ▐▌▟▘▟▀▙ █▄█▖█▄█▖█ █ █▀▙     ▐▌  ▜▞▜▖▝▀▙ ▐▙▜▖▝█  ▝█▀ ▝█▀ ▝▀▙ ▗▄█  ▐▌
         ▐▛▙ █ █ █▜▜▌█▜▜▌█ █ █ █     ▝▙  ▐▙▟▘▟▀█ ▐▌▐▌ █   █▗  █▗ ▟▀█ █ █  ▟▘
         ▀▘▝▘▝▀▘ ▀ ▝▘▀ ▝▘▝▀▝▘▀ ▀      ▝▘ ▟▙  ▝▀▀▘▀▘▝▘▝▀▘  ▝▘  ▝▘ ▝▀▝▘▝▀▝▘▝▘

                                      Paus till

                        ▄██      ▄███    ▄▄     ▄██    ▄█▀▀▀█▄
                         ██    ▄█▀ ██    ▀▀      ██    ██ ▄███
                         ██    ▀▀▀▀██▀   ▄▄      ██    ███▀ ██
                       ▀▀▀▀▀▀     ▀▀▀▀   ▀▀    ▀▀▀▀▀▀   ▀▀▀▀▀


         F8 lyft ridån   + - pausens längd
        CURSOR: 1, 19
        STRONG: ▜▛▜▖  ▀ ▄ ▄     ▜▌   █   ▝█     ▝█
        STRONG: ▐▙▟▘  █ ▗▄▖ ▜▟▜▖▐▌▟▘▝▀▙ ▗▄█ ▝▀▙  █  ▟▀▙ █▀▙ ▟▀▀
        STRONG: ▐▌▐▌▄ █ █ █ ▐▌▝▘▐▛▙ ▟▀█ █ █ ▟▀█  █  █▀▀ █ █ ▝▀▙
        STRONG: ▀▀▀ ▜▄▛ ▝▀▘ ▀▀  ▀▘▝▘▝▀▀▘▝▀▝▘▝▀▝▘▝▀▘ ▝▀▘ ▀ ▀ ▀▀▘
        STRONG: ▜▌                           ▟▘      █  ▜▌   ▀   ▟   ▟       ▝█ ▝▙
        STRONG: ▐▌▟▘▟▀▙ █▄█▖█▄█▖█ █ █▀▙     ▐▌  ▜▞▜▖▝▀▙ ▐▙▜▖▝█  ▝█▀ ▝█▀ ▝▀▙ ▗▄█  ▐▌
        STRONG: ▐▛▙ █ █ █▜▜▌█▜▜▌█ █ █ █     ▝▙  ▐▙▟▘▟▀█ ▐▌▐▌ █   █▗  █▗ ▟▀█ █ █  ▟▘
        STRONG: ▀▘▝▘▝▀▘ ▀ ▝▘▀ ▝▘▝▀▝▘▀ ▀      ▝▘ ▟▙  ▝▀▀▘▀▘▝▘▝▀▘  ▝▘  ▝▘ ▝▀▝▘▝▀▝▘▝▘
        ACCENT: ▄██      ▄███    ▄▄     ▄██    ▄█▀▀▀█▄
        ACCENT: ██    ▄█▀ ██    ▀▀      ██    ██ ▄███
        ACCENT: ██    ▀▀▀▀██▀   ▄▄      ██    ███▀ ██
        ACCENT: ▀▀▀▀▀▀     ▀▀▀▀   ▀▀    ▀▀▀▀▀▀   ▀▀▀▀▀
        ACCENT: F8
        ACCENT: + -
    "#]]
    .assert_eq(&scene.screen(70, 20));
}
