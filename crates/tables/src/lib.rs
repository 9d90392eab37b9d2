//! Tables as spreadsheets and statistical offices write them, made plain: UTF-8, commas between fields, points in numbers,
//! accents composed. A line stays a line, so that a mistake that is told of the plain table is found in the other.
//!
//! The page never links this: its tables are plain already.

use encoding_rs::WINDOWS_1252;
use hameau_model::kernel::letters;

/// Separators that are looked for, the plain one first.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// A table made plain; one that is plain already keeps its bytes.
#[must_use]
pub fn plain(bytes: &[u8]) -> Vec<u8> {
    let sound = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = match std::str::from_utf8(sound) {
        Ok(text) => text.to_owned(),
        // No byte that Windows-1252 does not know, so that a file of another kind is not taken for text.
        Err(_) if sound.contains(&0) => return bytes.to_vec(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(sound).0.into_owned(),
    };
    let text = letters::composed(&text);
    let separator = separator(&text);
    let mut names: Vec<String> = Vec::new();
    let mut made = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        // Text between quotes may go over lines; nothing but the separator is changed in it.
        let fields = split(body, separator);
        if names.len() < 2 {
            names = fields.iter().map(|field| field.trim().to_owned()).collect();
        }
        let cells = fields.iter().enumerate().map(|(at, field)| cell(field, names.get(at), separator));
        made.push_str(&cells.collect::<Vec<_>>().join(","));
        made.push_str(&line[body.len()..]);
    }
    made.into_bytes()
}

/// What separates the columns: the sign that splits the first line of several fields into most.
fn separator(text: &str) -> char {
    let most = |line: &str| {
        SEPARATORS
            .into_iter()
            .map(|sign| (split(line, sign).len(), sign))
            .rev()
            .max_by_key(|(count, _)| *count)
    };
    text.lines().filter_map(most).find(|(count, _)| *count > 1).map_or(',', |(_, sign)| sign)
}

/// The fields of a line, with their quotes.
fn split(line: &str, separator: char) -> Vec<&str> {
    let (mut fields, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, sign) in line.char_indices() {
        if sign == '"' {
            quoted = !quoted;
        } else if sign == separator && !quoted {
            fields.push(&line[start..at]);
            start = at + sign.len_utf8();
        }
    }
    fields.push(&line[start..]);
    fields
}

/// A field of a plain table. A number loses the spaces between its thousands, and its comma becomes a point where it
/// cannot be one of thousands.
fn cell(field: &str, column: Option<&String>, separator: char) -> String {
    let inner = field.trim().trim_matches('"');
    let joined: String = inner.chars().filter(|sign| !sign.is_whitespace()).collect();
    let number = joined.chars().any(|sign| sign.is_ascii_digit())
        && joined.chars().all(|sign| sign.is_ascii_digit() || "+-,.".contains(sign));
    let groups = inner.split(char::is_whitespace).skip(1).all(|group| {
        let whole = group.split([',', '.']).next().unwrap_or_default();
        whole.len() == 3
    });
    if number && groups {
        let measure = column.is_some_and(|name| name.ends_with("_degrees") || name.ends_with("_km2"));
        return match joined.split_once(',') {
            None => joined,
            Some((_, decimals)) if separator != ',' && (decimals.len() != 3 || measure) => {
                joined.replace(',', ".")
            }
            Some(_) => format!("\"{joined}\""),
        };
    }
    if inner.contains(',') && !field.trim().starts_with('"') {
        format!("\"{field}\"")
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &[u8]) -> String {
        String::from_utf8(plain(text)).expect("text")
    }

    #[test]
    fn a_plain_table_stays_as_it_is() {
        let table = "code,name,population\n15138,Murat,2070.5\n15001,\"Allanche, bourg\",1\r\n";
        assert_eq!(made(table.as_bytes()), table);
        let reference = include_bytes!("../../../scenarios/territories/hautes-terres.csv");
        assert_eq!(plain(reference), reference);
    }

    #[test]
    fn what_a_french_spreadsheet_writes_is_made_plain() {
        let wanted = "code,name,population,area_km2\n15138,Trémouille,2070.5,12.345\n";
        assert_eq!(
            made("code;name;population;area_km2\n15138;Trémouille;2070,5;12,345\n".as_bytes()),
            wanted
        );
        assert_eq!(
            made("code\tname\tpopulation\tarea_km2\n15138\tTrémouille\t2070,5\t12,345\n".as_bytes()),
            wanted
        );
        assert_eq!(
            made(
                "\u{feff}code;name;population;area_km2\n15138;Tre\u{301}mouille;2 070,5;12,345\n".as_bytes()
            ),
            wanted
        );
        assert_eq!(
            made("code;name;population;area_km2\n15138;Trémouille;2\u{202f}070,5;12,345\n".as_bytes()),
            wanted
        );
        assert_eq!(made(b"code;name;population;area_km2\n15138;Tr\xE9mouille;2\xA0070,5;12,345\n"), wanted);
    }

    #[test]
    fn a_comma_before_three_digits_is_left_to_be_asked_about() {
        assert_eq!(
            made(b"code;name;population\n15138;Murat;1,150\n"),
            "code,name,population\n15138,Murat,\"1,150\"\n"
        );
    }
}
