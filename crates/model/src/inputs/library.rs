//! The scenarios and territories that the program carries with it, named `hameau:baseline` and the like.

/// How the name of an embedded file begins.
pub const PREFIX: &str = "hameau:";

/// Every embedded file, by its path under `scenarios/`.
const FILES: &[(&str, &str)] = &[
    ("baseline.toml", include_str!("../../../../scenarios/baseline.toml")),
    ("welcome.toml", include_str!("../../../../scenarios/welcome.toml")),
    ("gateway-housing.toml", include_str!("../../../../scenarios/gateway-housing.toml")),
    ("tax-exemption.toml", include_str!("../../../../scenarios/tax-exemption.toml")),
    ("business-anchoring.toml", include_str!("../../../../scenarios/business-anchoring.toml")),
    ("shared-place.toml", include_str!("../../../../scenarios/shared-place.toml")),
    ("place-governance.toml", include_str!("../../../../scenarios/place-governance.toml")),
    ("fablab.toml", include_str!("../../../../scenarios/fablab.toml")),
    ("public-service.toml", include_str!("../../../../scenarios/public-service.toml")),
    ("training.toml", include_str!("../../../../scenarios/training.toml")),
    ("facilitation.toml", include_str!("../../../../scenarios/facilitation.toml")),
    (
        "facilitation-without-place.toml",
        include_str!("../../../../scenarios/facilitation-without-place.toml"),
    ),
    ("mixed-works-fund.toml", include_str!("../../../../scenarios/mixed-works-fund.toml")),
    ("collective-support.toml", include_str!("../../../../scenarios/collective-support.toml")),
    ("facilitator-stays.toml", include_str!("../../../../scenarios/facilitator-stays.toml")),
    ("facilitator-leaves.toml", include_str!("../../../../scenarios/facilitator-leaves.toml")),
    ("convening.toml", include_str!("../../../../scenarios/convening.toml")),
    ("co-governed.toml", include_str!("../../../../scenarios/co-governed.toml")),
    ("outreach-and-service.toml", include_str!("../../../../scenarios/outreach-and-service.toml")),
    (
        "facilitators-without-place.toml",
        include_str!("../../../../scenarios/facilitators-without-place.toml"),
    ),
    ("council-order.toml", include_str!("../../../../scenarios/council-order.toml")),
    ("cuma-order.toml", include_str!("../../../../scenarios/cuma-order.toml")),
    ("attraction.toml", include_str!("../../../../scenarios/attraction.toml")),
    ("supplier-meetings.toml", include_str!("../../../../scenarios/supplier-meetings.toml")),
    ("portfolio.toml", include_str!("../../../../scenarios/portfolio.toml")),
    ("murat-history.toml", include_str!("../../../../scenarios/murat-history.toml")),
    ("studies/questions-base.toml", include_str!("../../../../scenarios/studies/questions-base.toml")),
    ("studies/questions.toml", include_str!("../../../../scenarios/studies/questions.toml")),
    ("territories/hautes-terres.toml", include_str!("../../../../scenarios/territories/hautes-terres.toml")),
    ("territories/hautes-terres.csv", include_str!("../../../../scenarios/territories/hautes-terres.csv")),
    (
        "territories/hautes-terres-population.csv",
        include_str!("../../../../scenarios/territories/hautes-terres-population.csv"),
    ),
    (
        "territories/murat-population.csv",
        include_str!("../../../../scenarios/territories/murat-population.csv"),
    ),
    ("territories/murat-ages.csv", include_str!("../../../../scenarios/territories/murat-ages.csv")),
];

/// The base and the policies that are compared when nobody names others.
pub const COMPARED: &[&str] = &[
    "baseline",
    "attraction",
    "shared-place",
    "facilitator-stays",
    "facilitator-leaves",
    "convening",
    "co-governed",
    "outreach-and-service",
    "facilitators-without-place",
    "council-order",
    "cuma-order",
    "supplier-meetings",
    "portfolio",
];

/// The content of an embedded file; `baseline` stands for `baseline.toml`.
#[must_use]
pub fn embedded(name: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(path, _)| *path == name).map(|(_, text)| text.as_bytes())
}

/// The names of the embedded scenarios, without prefix and extension.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().filter_map(|(path, _)| path.strip_suffix(".toml")).filter(|name| !name.contains('/'))
}

/// `hameau:baseline` becomes `hameau:baseline.toml`; anything else stays as it is.
#[must_use]
pub fn complete(path: &str) -> String {
    let short = path.len() > PREFIX.len()
        && path.starts_with(PREFIX)
        && !path.rsplit('/').next().is_some_and(|file| file.contains('.'));
    if short { format!("{path}.toml") } else { path.to_owned() }
}
