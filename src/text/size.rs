//! How large a file is, as people say it.

use super::Language;

/// `840 kB`, `4,2 MB`.
pub fn size(bytes: u64, language: Language) -> String {
    let units = ["kB", "MB", "GB", "TB"];
    let mut tenths = bytes.saturating_mul(10).div_ceil(1024);
    let mut unit = 0;
    while tenths >= 10_240 && unit + 1 < units.len() {
        tenths = tenths.div_ceil(1024);
        unit += 1;
    }
    let unit = units.get(unit).copied().unwrap_or_default();
    let point = match language {
        Language::Sv => ',',
        Language::En => '.',
    };
    if tenths >= 100 {
        format!("{} {unit}", tenths / 10)
    } else {
        format!("{}{point}{} {unit}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_sizes_have_a_digit_behind_the_point() {
        for (bytes, sv) in [
            (0, "0,0 kB"),
            (1, "0,1 kB"),
            (4096, "4,0 kB"),
            (860_000, "839 kB"),
            (4_400_000, "4,2 MB"),
            (1 << 30, "1,0 GB"),
            (u64::MAX, "1677721 TB"),
        ] {
            assert_eq!(size(bytes, Language::Sv), sv, "{bytes}");
        }
        assert_eq!(size(4_400_000, Language::En), "4.2 MB");
    }
}
