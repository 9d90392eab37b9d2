//! Numbers in decimal digits, as scenarios and tables write them.
//!
//! The standard library reads them with a table of powers that weighs 10 kB in the page; this library does without, and gives
//! the same bits.

use minimal_lexical::parse_float;

/// Powers of ten beyond which every number is 0 or infinite, or has more digits than a line of text.
const MOST_POWER: i32 = 100_000;

/// The number nearest to a text of digits with a sign, a point and an exponent, each of which may be missing, or of `inf`
/// and `nan`; `None` for anything else. The same as [`str::parse`], which also reads these words in capitals and in full.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let (negative, rest) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] | rest => (false, rest),
    };
    let size = match rest {
        b"inf" => f64::INFINITY,
        b"nan" => f64::NAN,
        digits => positive(digits)?,
    };
    Some(if negative { -size } else { size })
}

fn positive(text: &[u8]) -> Option<f64> {
    let (whole, rest) = digits(text);
    let (fraction, rest) = match rest {
        [b'.', rest @ ..] => digits(rest),
        rest => (&[][..], rest),
    };
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let power = match rest {
        [] => 0,
        [b'e' | b'E', rest @ ..] => exponent(rest)?,
        _ => return None,
    };
    // Zeros at both ends say nothing, and the library wants none.
    let whole = &whole[whole.iter().take_while(|digit| **digit == b'0').count()..];
    let fraction =
        &fraction[..fraction.len() - fraction.iter().rev().take_while(|digit| **digit == b'0').count()];
    Some(parse_float(whole.iter(), fraction.iter(), power))
}

fn exponent(text: &[u8]) -> Option<i32> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] | rest => (false, rest),
    };
    let (power, []) = digits(rest) else { return None };
    let add = |size: i32, digit: &u8| (10 * size + i32::from(digit - b'0')).min(MOST_POWER);
    let size = power.iter().fold(0, add);
    (!power.is_empty()).then_some(if negative { -size } else { size })
}

/// The digits at the start, and the rest.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    text.split_at(text.iter().take_while(|byte| byte.is_ascii_digit()).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(text: &str) {
        let (ours, std) = (parse(text), text.parse::<f64>().ok());
        assert_eq!(ours.map(f64::to_bits), std.map(f64::to_bits), "{text}");
    }

    #[test]
    fn numbers_have_the_bits_of_the_standard_library() {
        for text in [
            "",
            "+",
            "-",
            ".",
            "e5",
            "1e",
            "1e+",
            "1.e3",
            ".5",
            "5.",
            "-0",
            "+0.0",
            "0.1",
            "00012.500",
            "1_000",
            " 1",
            "1 ",
            "inf",
            "-inf",
            "+nan",
            "1e400",
            "-1e-400",
            "1e999999999999",
            "1e-999999999999",
            "0e99999",
            "9007199254740993",
            "4.9e-324",
            "2.47e-324",
            "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "0.000000000000000000000000000000000000000000000001",
            "1,5",
            "1e5.0",
            "--1",
            "123456789012345678901234567890123456789012345678901234567890",
            "0.5000000000000000000000000000000000000001",
        ] {
            same(text);
        }
        // Any bits, printed shortest, and the halves between two neighbours in all their digits.
        let mut bits = 0x9E37_79B9_7F4A_7C15_u64;
        for _ in 0..20_000 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let value = f64::from_bits(bits);
            if value.is_finite() {
                same(&format!("{value}"));
                same(&format!("{value:e}"));
                same(&format!("{value:.3}"));
                same(&format!("{:.80}1e{}", value.abs() % 1e3, (bits % 40) as i32 - 20));
            }
        }
    }
}
