//! Who wins? default < territory < base < scenario < sweep < `--set`.

use hameau_model::inputs::mistakes::Spot;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Draft, Layer, Memory, Overrides, Scenario, Written, fold, resolve};

const SPEED: &str = "travel.speed_km_per_hour";

fn speed() -> Key {
    Key::named(SPEED).expect("in the table")
}

fn permutations(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = permutations(count - 1);
    let insert = |order: &Vec<usize>, at: usize| {
        let mut longer = order.clone();
        longer.insert(at, count - 1);
        longer
    };
    shorter.iter().flat_map(|order| (0..count).map(move |at| insert(order, at))).collect()
}

fn layer(layer: Layer, generation: usize, value: f64) -> Draft {
    let mut draft = Draft::new(layer, generation);
    draft.values.insert(speed(), Written { value, layer, spot: Spot::whole("here"), source: None });
    draft
}

#[test]
fn the_order_in_which_layers_are_given_does_not_matter() {
    let all = [
        layer(Layer::Territory, 0, 41.0),
        layer(Layer::Base, 2, 42.0),
        layer(Layer::Base, 1, 43.0),
        layer(Layer::Scenario, 0, 44.0),
        layer(Layer::Sweep, 0, 45.0),
        layer(Layer::Set, 0, 46.0),
    ];
    for strongest in 1..=all.len() {
        let wins = &all[strongest - 1];
        for order in permutations(strongest) {
            let folded = fold(order.iter().map(|at| all[*at].clone()).collect());
            let won = &folded.values[&speed()];
            assert_eq!((won.value, won.layer), (wins.values[&speed()].value, wins.layer), "{order:?}");
        }
    }
}

/// Six layers that set the speed, of which the first `count` are there.
fn resolved(count: usize) -> Scenario {
    let says = |number: usize, value: u32| {
        if count >= number { format!("[travel]\nspeed_km_per_hour = {value}\n") } else { String::new() }
    };
    let files = Memory::default()
        .with("t/small.toml", format!("{}{}", include_str!("../fixtures/small.toml"), says(1, 41)))
        .with("t/small.csv", include_str!("../fixtures/small.csv"))
        .with("far.toml", format!("territory = \"t/small.toml\"\n{}", says(2, 42)))
        .with("near.toml", format!("base = \"far.toml\"\n{}", says(3, 43)))
        .with("own.toml", format!("base = \"near.toml\"\n{}", says(4, 44)));
    let over = |number: usize, value: u32| {
        if count >= number { vec![format!("{SPEED}={value}")] } else { Vec::new() }
    };
    let overrides = Overrides { sweep: over(5, 45), set: over(6, 46) };
    resolve("own.toml", &overrides, &files).expect("no mistake")
}

#[test]
fn each_layer_wins_over_those_below_and_remembers_its_line() {
    let default = speed().row().default;
    assert_eq!(resolved(0).values[speed()], default);
    assert!(!resolved(0).origins.contains_key(&speed()));
    let expected = [
        (41.0, Layer::Territory, "t/small.toml", 8),
        (42.0, Layer::Base, "far.toml", 3),
        (43.0, Layer::Base, "near.toml", 3),
        (44.0, Layer::Scenario, "own.toml", 3),
        (45.0, Layer::Sweep, "sweep", 1),
        (46.0, Layer::Set, "--set", 1),
    ];
    for (count, (value, layer, file, line)) in (1..).zip(expected) {
        let scenario = resolved(count);
        let origin = &scenario.origins[&speed()];
        assert_eq!(scenario.values[speed()], value);
        assert_eq!((origin.layer, origin.spot.file.as_str(), origin.spot.line), (layer, file, line));
    }
}

fn programme(own: &str, set: &[&str]) -> Scenario {
    let files = Memory::default()
        .with("small.toml", include_str!("../fixtures/small.toml"))
        .with("small.csv", include_str!("../fixtures/small.csv"))
        .with(
            "parent.toml",
            "name = \"parent\"\nquestion = \"Q2\"\nterritory = \"small.toml\"\n\
             [[programme]]\ninstrument = \"shared_place\"\nname = \"telecentre\"\nfrom = \"2007-03\"\ncommune = \"murat\"\n\
             params = { capacity_persons = { value = 4.0, source = \"four offices\" } }\n\
             [[programme]]\ninstrument = \"facilitation\"\nname = \"facilitator\"\nfrom = \"2022-01\"\nplace = \"telecentre\"\n\
             funding = { state = 0.8, council = 0.2 }\n",
        )
        .with("child.toml", format!("base = \"parent.toml\"\n{own}"));
    let set = set.iter().map(|text| (*text).to_owned()).collect();
    match resolve("child.toml", &Overrides { sweep: Vec::new(), set }, &files) {
        Ok(scenario) => scenario,
        Err(mistakes) => panic!("{mistakes}"),
    }
}

#[test]
fn a_child_overrides_only_the_keys_it_gives() {
    let child = programme(
        "[[programme]]\nname = \"facilitator\"\nuntil = \"2024-12\"\n\
         [[programme]]\nname = \"second\"\ninstrument = \"facilitation\"\nfrom = \"2025-01\"\nparams = { staff_fte = 0.5 }\n",
        &[],
    );
    let names: Vec<&str> = child.programme.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["telecentre", "facilitator", "second"]);
    let facilitator = &child.programme[1];
    assert_eq!(facilitator.from.to_string(), "2022-01");
    assert_eq!(facilitator.until.map(|until| until.to_string()).as_deref(), Some("2024-12"));
    assert_eq!(facilitator.funding.len(), 2);
    assert_eq!(child.programme[0].levers[Key::named("shared_place.capacity_persons").expect("a key")], 4.0);
    assert_eq!(child.programme[0].commune.as_ref().map(|commune| commune.code.as_str()), Some("15138"));
    assert_eq!(child.name, "child");
    assert_eq!(child.questions, [2]);
}

#[test]
fn a_child_drops_and_writes_anew() {
    let child = programme(
        "without = [\"facilitator\"]\n[[programme]]\nname = \"facilitator\"\ninstrument = \"facilitation\"\nfrom = \"2030-01\"\n",
        &[],
    );
    assert_eq!(child.programme.len(), 2);
    assert_eq!(child.programme[1].place, None);
    assert_eq!(child.programme[1].from.to_string(), "2030-01");
}

#[test]
fn the_command_line_overrides_entries() {
    let child = programme(
        "",
        &[
            "programme.facilitator.staff_fte=0.5",
            "programme.facilitator.until=2023-12",
            "programme.facilitator.funding={ europe = 1 }",
            "programme.telecentre.params.capacity_persons={ value = 12, source = \"a guess\" }",
            "simulation.start=2010-01",
        ],
    );
    let fte = Key::named("facilitation.staff_fte").expect("a key");
    assert_eq!(child.programme[1].levers[fte], 0.5);
    assert_eq!(child.programme[1].levers.origins[&fte].layer, Layer::Set);
    assert_eq!(child.programme[1].until.map(|until| until.to_string()).as_deref(), Some("2023-12"));
    let capacity = Key::named("shared_place.capacity_persons").expect("a key");
    assert_eq!(child.programme[0].levers.origins[&capacity].source.as_deref(), Some("a guess"));
    assert_eq!(child.start().to_string(), "2010-01");
}
