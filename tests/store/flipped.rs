//! A few places of each kind of file; forty of each are tried by `tests/evidence`.

use crate::damages::damages;

#[test]
fn damage_of_any_kind_of_file_is_named_or_mended() {
    let counts = damages(&["compare", "explore"], 2);
    assert_eq!(counts.len(), 26, "{counts:?}");
    for (name, became) in &counts {
        let plan = name.starts_with("plan/") || name == "sources";
        assert!(if plan { became.mended == 0 } else { became.refused == 0 }, "{name}: {became:?}");
        assert!(became.mended + became.refused >= 4, "{name}: {became:?}");
    }
}
