//! Which parts are there and whole.

use super::{Study, StudyError, remake::repeat_command};
use crate::store::{Digest, Manifest, decode, part_failures, part_path};
use serde::Serialize;
use std::collections::BTreeMap;

/// What is there of a study.
#[derive(Clone, Debug, Default)]
pub struct Examined {
    /// For each block whether its part is there and whole.
    pub whole: Vec<bool>,
    /// Whether every block's part is there and is the one that the manifest lists.
    pub as_listed: bool,
    /// Parts that are there and not whole.
    pub damaged: Vec<Damaged>,
}

/// A part that is not what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// The block, by its place in the study.
    pub block: usize,
    /// In words.
    pub why: String,
}

/// A run that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FailedRun {
    /// Its scenario.
    pub scenario: String,
    /// Its replicate.
    pub replicate: u32,
    /// The words of its failure.
    pub why: String,
    /// The command that repeats it.
    pub command: String,
}

/// Looks at every part. One whose hash stands in the manifest is whole when its hash is the same. Any other one is read, its
/// values are held against the digest in its footer, and all its bytes against what this version of the program writes; those
/// of another version are whole unless the manifest lists them with another hash.
///
/// # Errors
/// When the disk refuses.
pub fn examine(study: &Study) -> Result<Examined, StudyError> {
    let listed = study.folder.parts()?;
    let manifest = Manifest::read(study.path()).ok();
    let known: BTreeMap<&str, &str> = manifest
        .iter()
        .flat_map(|manifest| &manifest.files)
        .map(|file| (&file.name[..], &file.sha256[..]))
        .collect();
    let mut examined = Examined { whole: vec![false; study.blocks.len()], ..Examined::default() };
    let mut as_listed = 0;
    for (at, block) in study.blocks.iter().enumerate() {
        let name = part_path(&block.name);
        if !listed.contains_key(&name) {
            continue;
        }
        let Some(content) = study.folder.part(&block.name)? else { continue };
        let told = known.get(&name[..]);
        if told.is_some_and(|told| *told == Digest::of(&content).to_string()) {
            examined.whole[at] = true;
            as_listed += 1;
            continue;
        }
        match decode(content, &study.block_runs(block), study.head()) {
            Ok(part) if part.to_the_byte || told.is_none() => examined.whole[at] = true,
            Ok(_) => {
                let why = "its SHA-256 is not the one in the manifest".to_owned();
                examined.damaged.push(Damaged { block: at, why });
            }
            Err(why) => examined.damaged.push(Damaged { block: at, why }),
        }
    }
    examined.as_listed = as_listed == study.blocks.len();
    Ok(examined)
}

impl Study {
    /// Takes away a part that was found damaged, unless somebody else made it anew meanwhile.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn drop_damaged(&self, damaged: &Damaged) -> Result<(), StudyError> {
        let block = &self.blocks[damaged.block];
        let Some(content) = self.folder.part(&block.name)? else { return Ok(()) };
        if !decode(content, &self.block_runs(block), self.head()).is_ok_and(|part| part.to_the_byte) {
            self.folder.drop_part(&block.name)?;
        }
        Ok(())
    }

    /// Takes away the parts in which a run failed.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn drop_failed(&self, examined: &mut Examined) -> Result<(), StudyError> {
        for (at, whole) in examined.whole.iter_mut().enumerate().filter(|(_, whole)| **whole) {
            let content = self.folder.part(&self.blocks[at].name)?;
            if content.and_then(part_failures).is_some_and(|failed| failed > 0) {
                self.folder.drop_part(&self.blocks[at].name)?;
                *whole = false;
            }
        }
        Ok(())
    }

    /// The first few runs that failed, in the order of the plan.
    ///
    /// # Errors
    /// When a part cannot be read.
    pub fn failures(&self, most: usize) -> Result<Vec<FailedRun>, StudyError> {
        let mut found = Vec::new();
        for block in &self.blocks {
            let Some(content) = self.folder.part(&block.name)? else { continue };
            if part_failures(content.clone()).unwrap_or(0) == 0 {
                continue;
            }
            let part = decode(content, &self.block_runs(block), self.head());
            let records = part.into_iter().flat_map(|part| part.records);
            for (record, (point, _)) in records.zip(block.each()) {
                let point = &self.points[point];
                if let Err(why) = record.outcome {
                    found.push(FailedRun {
                        scenario: point.name.clone(),
                        replicate: record.replicate,
                        why,
                        command: repeat_command(self, point, record.replicate),
                    });
                }
            }
            if found.len() >= most {
                break;
            }
        }
        found.truncate(most);
        Ok(found)
    }

    /// A damaged part in words: its runs, and why.
    #[must_use]
    pub fn told(&self, damaged: &Damaged) -> String {
        format!("{}: {}", self.blocks[damaged.block].told(&self.points), damaged.why)
    }
}
