//! What a document says of a prediction.

/// What a row says of its prediction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Met,
    NotMet,
    Undecided,
    /// Nothing was predicted of this row.
    None,
}

impl Verdict {
    pub fn of(met: bool) -> Self {
        if met { Self::Met } else { Self::NotMet }
    }

    /// Of a prediction that something has the sign `wanted`, 1 or -1.
    pub fn of_sign(found: i32, wanted: i32) -> Self {
        match found * wanted {
            1 => Self::Met,
            0 => Self::Undecided,
            _ => Self::NotMet,
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "**not met**",
            Self::Undecided => "undecided",
            Self::None => "",
        }
    }
}
