//! The address of a resident as people write it.

use super::address::{CommuneCode, INDEX, PAYLOAD, POOL, Pool, Who};
use crate::kernel::units::Month;

/// The word for each pool in a label.
const POOLS: [(Pool, &str); 3] =
    [(Pool::Ordinary, "arrival"), (Pool::CareHome, "care"), (Pool::Programme, "programme")];

impl Who {
    /// The address of a resident in letters: `15138-42` a founder of the commune 15138, `15138-2024-01-3` a child of it who
    /// turned 18, `arrival-2013-05-12` somebody who came, likewise `care-` and `programme-`. `None` for whoever is no
    /// resident.
    #[must_use]
    pub fn label(self) -> Option<String> {
        let bits = self.bits();
        let payload = bits & ((1 << PAYLOAD) - 1);
        let month = Month::from_index((bits >> (PAYLOAD + 3)) as u32);
        let code = || CommuneCode::from_bits(payload >> INDEX).text();
        let index = payload & ((1 << INDEX) - 1);
        let label = match (bits >> PAYLOAD) & 7 {
            0 => format!("{}-{index}", code()),
            1 => format!("{}-{month}-{index}", code()),
            2 => {
                let (_, word) = POOLS.iter().find(|(pool, _)| *pool as u64 == payload >> POOL)?;
                format!("{word}-{month}-{}", payload & ((1 << POOL) - 1))
            }
            _ => return None,
        };
        (Self::parse(&label) == Some(self)).then_some(label)
    }

    /// Reads what [`Who::label`] writes; `None` for anything else.
    #[must_use]
    pub fn parse(label: &str) -> Option<Self> {
        let (head, index) = label.rsplit_once('-')?;
        if index.is_empty() || index.len() > 9 || !index.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let index: u32 = index.parse().ok()?;
        let Some((start, month)) = head.split_once('-') else {
            let code = CommuneCode::parse(head)?;
            return (index < Self::MAX_PER_COMMUNE).then(|| Self::founder(code, index));
        };
        let month = Month::parse(month)?;
        if let Some((pool, _)) = POOLS.iter().find(|(_, word)| *word == start) {
            return Some(Self::candidate(*pool, month, index));
        }
        let code = CommuneCode::parse(start)?;
        (index < Self::MAX_PER_COMMUNE).then(|| Self::come_of_age(code, month, index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_resident_has_a_label_that_is_read_again() {
        let (code, month) = (CommuneCode::parse("2B038").expect("a code"), Month::new(2024, 1));
        for (who, label) in [
            (Who::founder(code, 42), "2B038-42"),
            (Who::come_of_age(code, month, 3), "2B038-2024-01-3"),
            (Who::candidate(Pool::Ordinary, month, 12), "arrival-2024-01-12"),
            (Who::candidate(Pool::CareHome, month, 0), "care-2024-01-0"),
            (Who::candidate(Pool::Programme, month, 7), "programme-2024-01-7"),
        ] {
            assert_eq!(who.label().as_deref(), Some(label));
            assert_eq!(Who::parse(label), Some(who));
        }
    }

    #[test]
    fn what_is_no_resident_has_no_label() {
        assert_eq!(Who::TERRITORY.label(), None);
        assert_eq!(Who::named("place").label(), None);
        for text in
            ["", "-", "15138", "15138-", "15138--1", "15138-x", "arrival-1", "arrival-2024-13-1", "é-1"]
        {
            assert_eq!(Who::parse(text), None, "{text}");
        }
        assert_eq!(Who::parse("15138-524288"), None, "more than a commune holds");
    }
}
