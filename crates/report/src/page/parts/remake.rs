//! What makes the same report again; and, in the annex, by what to know that it is the same.

use super::{Block, Cell, Facts, command};
use crate::page::blocks::Table;
use crate::page::sentences::count;
use hameau_words::{Language, size};

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let manifest = &facts.manifest;
    let lines = if facts.compared.is_some() { command(facts) } else { manifest.commands.join("\n") };
    let mut blocks = vec![
        Block::paragraph(language.of((
            "The same program with the same scenarios and the same seed gives the same worlds, to the bit, on any machine:",
            "Le même programme, avec les mêmes scénarios et la même graine, donne les mêmes mondes, au bit près, sur toute machine :",
        ))),
        Block::Command { text: lines },
        Block::paragraph(language.of((
            "This page is remade from a folder of results, byte for byte, by `hameau report`; `hameau verify` simulates some of the worlds again and compares them with it.",
            "Cette page se refait à partir d'un dossier de résultats, octet pour octet, par `hameau report` ; `hameau verify` simule de nouveau quelques mondes et les compare.",
        ))),
    ];
    let lacking = facts.study.columns().lacking().join(", ");
    if !lacking.is_empty() {
        blocks.push(Block::paragraph(language.of((
            format!("These worlds were simulated without some indicators, which are undefined on this page: {lacking}."),
            format!("Ces mondes ont été simulés sans certains indicateurs, qui sont non définis dans cette page : {lacking}."),
        ))));
    }
    blocks
}

/// Of the annex: what was simulated, and every file of results.
pub(super) fn digests(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let manifest = &facts.manifest;
    let mut blocks = Vec::new();
    let mut table = Table::new(
        language.of(("What was simulated", "Ce qui a été simulé")),
        &language.of((["What", "Value"], ["Quoi", "Valeur"])),
        &[],
    );
    let rows = [
        (("program", "programme"), format!("{} {}", manifest.program, manifest.version)),
        (("version of the model", "version du modèle"), manifest.model_version.to_string()),
        (("built for", "construit pour"), manifest.target.clone()),
        (("seed", "graine"), manifest.seed.to_string()),
        (("months kept", "mois gardés"), manifest.series.id().to_owned()),
        (("digest of all values", "empreinte de toutes les valeurs"), manifest.digest.clone()),
    ];
    table.rows = rows.map(|(what, value)| vec![Cell::words(language.of(what)), Cell::code(value)]).to_vec();
    for (what, many) in [
        (("worlds, all scenarios together", "mondes, tous scénarios ensemble"), manifest.runs),
        (("worlds that failed", "mondes qui ont échoué"), manifest.failed),
    ] {
        table
            .rows
            .push(vec![Cell::words(language.of(what)), Cell::number(Some(count(many as usize, language)))]);
    }
    blocks.push(Block::Table(table));
    blocks.push(Block::Table(scenarios(facts, language)));
    blocks.push(Block::Table(files(facts, language)));
    blocks
}

fn scenarios(facts: &Facts<'_>, language: Language) -> Table {
    let (words, numbers) = language.of((
        (["Scenario", "File", "Digest of its content"], ["Worlds", "Months"]),
        (["Scénario", "Fichier", "Empreinte de son contenu"], ["Mondes", "Mois"]),
    ));
    let mut table = Table::new(language.of(("Scenarios", "Scénarios")), &words, &numbers);
    for scenario in &facts.manifest.scenarios {
        let file = std::iter::once(&scenario.file).chain(&scenario.set).cloned();
        let file = file.collect::<Vec<_>>().join(" --set ");
        table.rows.push(vec![
            Cell::code(&scenario.name),
            Cell::code(file),
            Cell::code(&scenario.content),
            Cell::number(Some(count(scenario.replicates as usize, language))),
            Cell::number(Some(count(scenario.months as usize, language))),
        ]);
    }
    table
}

fn files(facts: &Facts<'_>, language: Language) -> Table {
    let words = language.of((["File", "SHA-256"], ["Fichier", "SHA-256"]));
    let numbers = [language.of(("Size", "Taille"))];
    let mut table = Table::new(language.of(("Files of results", "Fichiers de résultats")), &words, &numbers);
    for file in facts.manifest.files.iter().filter(|file| !file.name.contains('/')) {
        table.rows.push(vec![
            Cell::code(&file.name),
            Cell::code(&file.sha256),
            Cell::number(Some(size(file.bytes, language))),
        ]);
    }
    table
}
