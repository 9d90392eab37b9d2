//! The rooms of a workspace and who uses whom, read from the paths of its sources.

mod paths;

use paths::{Paths, read};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// One file of sources.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it stands, for messages.
    pub path: String,
    /// Name of its crate, as paths write it.
    pub of: String,
    /// Its module below the root of the crate.
    pub module: Vec<String>,
    /// What it says.
    pub text: String,
}

/// A crate and its rooms, each before those that may use it.
pub type Crate<'a> = (&'a str, &'a [&'a str]);

/// A room: the position of its crate, and its own; one past the last for what lies above all rooms of the crate.
type Room = (usize, usize);

/// What the sources say.
pub struct House<'a> {
    order: &'a [Crate<'a>],
    /// What modules pass on under a name of theirs: where it comes from.
    passed_on: BTreeMap<Vec<String>, Vec<String>>,
    /// Who uses whom, and where.
    arrows: BTreeMap<(Room, Room), BTreeSet<String>>,
    /// Rooms that have a source.
    seen: BTreeSet<Room>,
    /// Modules that are in no room and above none.
    homeless: Vec<String>,
}

impl<'a> House<'a> {
    /// Reads the paths of all sources.
    pub fn new(order: &'a [Crate<'a>], sources: &[Source]) -> Self {
        let crates: Vec<&str> = order.iter().map(|(name, _)| *name).collect();
        let read: Vec<(&Source, Paths)> =
            sources.iter().map(|source| (source, read(source, &crates))).collect();
        let mut house = Self {
            order,
            passed_on: BTreeMap::new(),
            arrows: BTreeMap::new(),
            seen: BTreeSet::new(),
            homeless: Vec::new(),
        };
        for (_, paths) in &read {
            house.passed_on.extend(paths.passed_on.clone());
        }
        for (source, paths) in read {
            house.add(source, &paths);
        }
        house
    }

    fn add(&mut self, source: &Source, paths: &Paths) {
        let mut own = vec![source.of.clone()];
        own.extend(source.module.iter().cloned());
        let Some(from) = self.home(&own) else {
            self.homeless.push(format!(
                "{}: `{}` is in no room; give it one in ORDER",
                source.path,
                own.join("::")
            ));
            return;
        };
        self.seen.insert(from);
        // To pass something on from above the rooms is no use of it.
        let passed_on = paths.passed_on.values().filter(|_| from.1 < self.order[from.0].1.len());
        for path in paths.used.iter().chain(passed_on) {
            let to = self.room_of(path);
            if to != from {
                self.arrows.entry((from, to)).or_default().insert(source.path.clone());
            }
        }
    }

    /// The room in which a path lies; what is above all rooms has the last place of its crate.
    fn home(&self, path: &[String]) -> Option<Room> {
        let at = self.order.iter().position(|(name, _)| *name == path[0])?;
        let (_, rooms) = self.order[at];
        let parts = |room: &str| room.split("::").map(str::to_owned).collect::<Vec<_>>();
        let inside = rooms.iter().position(|room| path[1..].starts_with(&parts(room)));
        let above = || rooms.iter().any(|room| parts(room).starts_with(&path[1..]));
        let top = || (path.len() == 1 || above()).then_some(rooms.len());
        Some((at, inside.or_else(top)?))
    }

    /// The room in which something is that a path names, wherever a module passes it on.
    fn room_of(&self, path: &[String]) -> Room {
        let mut path = path.to_vec();
        // As often as anything is passed on: a name that is passed on to itself does not compile.
        for _ in 0..8 {
            if let Some((at, room)) = self.home(&path)
                && room < self.order[at].1.len()
            {
                return (at, room);
            }
            let passed = (2..=path.len()).find_map(|end| Some((end, self.passed_on.get(&path[..end])?)));
            let Some((end, from)) = passed else { break };
            path = from.iter().chain(&path[end..]).cloned().collect();
        }
        let at = self.order.iter().position(|(name, _)| *name == path[0]).expect("a crate of the house");
        (at, self.order[at].1.len())
    }

    /// Its name.
    fn name(&self, (at, room): Room) -> String {
        let (name, rooms) = self.order[at];
        rooms.get(room).map_or_else(|| name.to_owned(), |room| format!("{name}::{room}"))
    }

    /// Rooms that have a source.
    pub fn rooms(&self) -> usize {
        self.seen.iter().filter(|(at, room)| *room < self.order[*at].1.len()).count()
    }

    /// Rooms of the order without a source.
    pub fn empty(&self) -> Vec<String> {
        let all = self.order.iter().enumerate();
        let rooms = all.flat_map(|(at, (_, rooms))| (0..rooms.len()).map(move |room| (at, room)));
        rooms.filter(|room| !self.seen.contains(room)).map(|room| self.name(room)).collect()
    }

    /// How many pairs of rooms there are of which the first uses the second.
    pub fn arrows(&self) -> usize {
        self.arrows.len()
    }

    /// One line for each arrow that points to a later room, and for each source that is in none.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = self.homeless.clone();
        for ((from, to), files) in self.arrows.iter().filter(|((from, to), _)| to > from) {
            for file in files {
                let (from, to) = (self.name(*from), self.name(*to));
                faults.push(format!("{file}: `{from}` uses `{to}`, which comes later"));
            }
        }
        faults
    }

    /// Groups of rooms that use each other, directly or by way of others.
    pub fn circles(&self) -> Vec<String> {
        let reached = |from: Room| {
            let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
            while let Some(room) = next.pop() {
                for (_, to) in self.arrows.keys().filter(|(from, _)| *from == room) {
                    if reached.insert(*to) {
                        next.push(*to);
                    }
                }
            }
            reached
        };
        let rooms: BTreeSet<Room> = self.arrows.keys().flat_map(|(from, to)| [*from, *to]).collect();
        let reach: BTreeMap<Room, BTreeSet<Room>> =
            rooms.iter().map(|room| (*room, reached(*room))).collect();
        let mut circles = BTreeSet::new();
        for room in rooms {
            let circle: Vec<String> = reach[&room]
                .iter()
                .filter(|other| reach[*other].contains(&room))
                .map(|other| self.name(*other))
                .collect();
            if !circle.is_empty() {
                circles.insert(circle.join(" - "));
            }
        }
        circles.into_iter().collect()
    }
}

/// Every source of the program and of the crates beside it.
pub fn workspace(root: &Path) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(root.join("crates"))
        .map(|entries| entries.map(|entry| entry.expect("an entry").path()).collect())
        .unwrap_or_default();
    folders.push(root.to_path_buf());
    for folder in folders {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        let manifest: toml::Table = manifest.parse().expect("a manifest in TOML");
        let name = manifest["package"]["name"].as_str().expect("a name").replace('-', "_");
        collect(root, &name, &folder.join("src"), &[], &mut found);
    }
    found
}

fn collect(root: &Path, of: &str, folder: &Path, module: &[String], found: &mut Vec<Source>) {
    let has_library = folder.join("lib.rs").exists();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a plain name").to_owned();
        let inside = |name: String| [module, &[name]].concat();
        if path.is_dir() {
            collect(root, of, &path, &inside(stem), found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            // The root of a program beside a library is a room of its own.
            let root_of_program = stem == "main" && !has_library;
            let module = if ["lib", "mod"].contains(&stem.as_str()) || root_of_program {
                module.to_vec()
            } else {
                inside(stem)
            };
            let text = fs::read_to_string(&path).expect("a readable source");
            let path = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            found.push(Source { path, of: of.to_owned(), module, text });
        }
    }
}
