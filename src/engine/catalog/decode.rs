//! Reads the columns of a reference file, in the order in which they were written.

use super::Catalog;
use super::access_level::AccessLevels;
use super::action::{Actions, TargetRecord};
use super::action_index::ActionIndex;
use super::arn_format::{colons, resource_pattern, service as service_of};
use super::arn_shorthand::ArnShorthand;
use super::column::Column;
use super::condition_key::ConditionKeys;
use super::error::CatalogError;
use super::format::Columns;
use super::managed_policy::ManagedPolicies;
use super::partition::Partitions;
use super::resource_type::ResourceTypes;
use super::retired::RetiredNames;
use super::service::{Services, range};
use super::sets::{Recent, Sets, ascending};
use super::texts::{TextReader, Texts};

type Outcome<T> = Result<T, CatalogError>;

/// The whole catalog; every column must be used up by it.
pub(super) fn catalog(date: &str, mut columns: Columns<'_>) -> Outcome<Catalog> {
    let columns = &mut columns;
    let texts = &mut TextReader::new(columns)?;
    let mut services = Services::decode(texts, &mut columns.counts, &mut columns.service_traits)?;
    let mut condition_keys =
        ConditionKeys::decode(texts, &mut columns.counts, &mut columns.key_kinds)?;
    services.decode_keys(
        &mut columns.counts,
        &mut columns.service_keys,
        condition_keys.count(),
    )?;
    let mut actions = action_names(texts, columns, &mut services)?;
    let mut resource_types = type_names(texts, columns, &mut services)?;
    arn_formats(texts, columns, &services, &mut resource_types)?;
    for service in 0..services.count() {
        let mut sets = SetReader {
            keys: &mut condition_keys.sets,
            service_keys: services.keys_of(service),
        };
        type_keys(
            columns,
            &mut sets,
            range(&services.type_ends, service).len(),
            &mut resource_types,
        )?;
        action_facts(columns, &mut sets, service, &services, &mut actions)?;
    }
    dependents(columns, &services, &mut actions)?;
    let principal_count = columns.counts.number()?;
    let catalog = Catalog {
        date: date.to_owned(),
        services,
        condition_keys,
        resource_types,
        actions,
        principals: texts.list(principal_count)?.ascending()?,
        partitions: Partitions::decode(texts, &mut columns.counts, &mut columns.region_counts)?,
        retired: RetiredNames::decode(
            texts,
            &mut columns.counts,
            &mut columns.retired_records,
            &mut columns.retired_standings,
        )?,
        managed_policies: ManagedPolicies::default(),
    };
    let used_up = columns.are_used_up() && texts.is_used_up();
    used_up
        .then_some(catalog)
        .ok_or(CatalogError::Contradictory)
}

/// The actions with their levels: for each service its nouns, and for each noun its verbs.
fn action_names(
    texts: &mut TextReader<'_>,
    columns: &mut Columns<'_>,
    services: &mut Services,
) -> Outcome<Actions> {
    let verbs = texts.list(columns.counts.number()?)?;
    let mut levels = LevelReader::new(&verbs, columns)?;
    let mut actions = Actions {
        names: Texts::default(),
        index: ActionIndex::default(),
        services: Vec::new(),
        levels: Vec::new(),
        key_sets: Vec::new(),
        target_sets: Vec::new(),
        dependent_sets: Vec::new(),
        targets: Sets::new(),
        dependents: Sets::new(),
    };
    for service in 0..services.count() {
        let nouns = texts.list(columns.counts.number()?)?;
        for noun in nouns.iter() {
            let mut last = false;
            while !last {
                let number = columns.verbs.number()?;
                last = number % 2 == 1;
                actions.names.push([verbs.get(number / 2), noun])?;
                actions.levels.push(levels.next(number / 2, columns)?);
                actions.services.push(service);
            }
        }
        services.action_ends.push(actions.names.len());
    }
    actions.index = ActionIndex::new(&services.prefixes, &actions.names, &actions.services);
    Ok(actions)
}

/// Gives each action its verb's usual access levels, or its own where it differs.
struct LevelReader {
    usual: Vec<AccessLevels>,
    /// How many actions are usual before the next that is not; `None` once all that follow are.
    usual_left: Option<usize>,
}

impl LevelReader {
    fn new(verbs: &Texts, columns: &mut Columns<'_>) -> Outcome<Self> {
        let usual = (0..verbs.len()).map(|_| read_levels(&mut columns.usual_levels));
        let mut reader = Self {
            usual: usual.collect::<Outcome<_>>()?,
            usual_left: None,
        };
        reader.next_run(columns)?;
        Ok(reader)
    }

    fn next(&mut self, verb: usize, columns: &mut Columns<'_>) -> Outcome<AccessLevels> {
        match self.usual_left {
            Some(0) => {
                let levels = read_levels(&mut columns.unusual_levels)?;
                self.next_run(columns)?;
                return Ok(levels);
            }
            Some(left) => self.usual_left = Some(left - 1),
            None => {}
        }
        let usual = self.usual.get(verb).copied();
        usual.ok_or(CatalogError::Contradictory)
    }

    fn next_run(&mut self, columns: &mut Columns<'_>) -> Outcome<()> {
        let runs = &mut columns.usual_runs;
        self.usual_left = (!runs.is_used_up()).then(|| runs.number()).transpose()?;
        Ok(())
    }
}

fn read_levels(column: &mut Column<'_>) -> Outcome<AccessLevels> {
    AccessLevels::from_bits(column.small_number()?).ok_or(CatalogError::Contradictory)
}

fn type_names(
    texts: &mut TextReader<'_>,
    columns: &mut Columns<'_>,
    services: &mut Services,
) -> Outcome<ResourceTypes> {
    let mut types = ResourceTypes {
        names: Texts::default(),
        services: Vec::new(),
        key_sets: Vec::new(),
        arns: Texts::default(),
        arn_ends: Vec::new(),
        arn_colons: Vec::new(),
        arn_patterns: Texts::default(),
        elsewhere: Vec::new(),
    };
    for service in 0..services.count() {
        let count = columns.counts.number()?;
        texts.append_list(count, &mut types.names)?;
        types.services.resize(types.names.len(), service);
        services.type_ends.push(types.names.len());
    }
    Ok(types)
}

fn arn_formats(
    texts: &mut TextReader<'_>,
    columns: &mut Columns<'_>,
    services: &Services,
    types: &mut ResourceTypes,
) -> Outcome<()> {
    let mut end = 0usize;
    for _ in 0..types.names.len() {
        end = end.saturating_add(columns.arn_counts.number()?);
        types.arn_ends.push(end);
    }
    let formats = texts.list(end)?;
    for (place, service) in types.services.iter().enumerate() {
        let prefix = services.prefixes.get(*service);
        let shorthand = ArnShorthand::new(prefix, types.names.get(place));
        let of_type = range(&types.arn_ends, place);
        for format in of_type.clone() {
            types.arns.push(shorthand.expand(formats.get(format)))?;
        }
        for format in of_type.clone().map(|format| types.arns.get(format)) {
            types.arn_colons.push(colons(format));
            types.arn_patterns.push([&*resource_pattern(format)])?;
        }
        let names_another = |format| service_of(types.arns.get(format)) != prefix;
        if of_type.into_iter().any(names_another) {
            types.elsewhere.push(place);
        }
    }
    Ok(())
}

/// Reads sets of condition keys, which are numbered within the keys of one service.
struct SetReader<'a> {
    keys: &'a mut Sets<usize>,
    service_keys: &'a [usize],
}

impl SetReader<'_> {
    /// A new set, as its members are given.
    fn define(&mut self, sizes: &mut Column<'_>, members: &mut Column<'_>) -> Outcome<u32> {
        let numbers = ascending(members, sizes.number()?, self.service_keys.len())?;
        let places = numbers.into_iter().map(|number| {
            let place = self.service_keys.get(number);
            place.copied().unwrap_or_default()
        });
        self.keys.add(places)
    }
}

fn type_keys(
    columns: &mut Columns<'_>,
    sets: &mut SetReader<'_>,
    count: usize,
    types: &mut ResourceTypes,
) -> Outcome<()> {
    let (sizes, members) = (&mut columns.key_set_sizes, &mut columns.key_set_members);
    let mut recent = Recent::new();
    for _ in 0..count {
        let set = recent.next(&mut columns.type_key_sets, || sets.define(sizes, members))?;
        types.key_sets.push(set);
    }
    Ok(())
}

/// The condition keys and the targets of one service's actions.
fn action_facts(
    columns: &mut Columns<'_>,
    sets: &mut SetReader<'_>,
    service: usize,
    services: &Services,
    actions: &mut Actions,
) -> Outcome<()> {
    let types = range(&services.type_ends, service);
    let (mut recent_keys, mut recent_targets) = (Recent::new(), Recent::new());
    let mut recent_target_keys = Recent::new();
    for _ in range(&services.action_ends, service) {
        let (sizes, members) = (&mut columns.key_set_sizes, &mut columns.key_set_members);
        let keys =
            recent_keys.next(&mut columns.action_key_sets, || sets.define(sizes, members))?;
        actions.key_sets.push(keys);
        let all_targets = &mut actions.targets;
        let define = || {
            let count = columns.target_set_sizes.number()?;
            let mut targets = Vec::new();
            let mut least = types.start;
            for _ in 0..count {
                let number = columns.target_set_members.number()?;
                let resource_type = least.saturating_add(number / 2);
                if !types.contains(&resource_type) {
                    return Err(CatalogError::Contradictory);
                }
                least = resource_type + 1;
                let key_set = recent_target_keys
                    .next(&mut columns.target_key_sets, || sets.define(sizes, members))?;
                targets.push(TargetRecord {
                    resource_type,
                    required: number % 2 == 1,
                    key_set,
                });
            }
            all_targets.add(targets)
        };
        let targets = recent_targets.next(&mut columns.action_targets, define)?;
        actions.target_sets.push(targets);
    }
    Ok(())
}

fn dependents(
    columns: &mut Columns<'_>,
    services: &Services,
    actions: &mut Actions,
) -> Outcome<()> {
    for service in 0..services.count() {
        let mut recent = Recent::new();
        for _ in range(&services.action_ends, service) {
            let all = &mut actions.dependents;
            let define = || {
                let count = columns.dependent_set_sizes.number()?;
                let mut places = Vec::new();
                for _ in 0..count {
                    let of = columns.dependent_services.number()?;
                    let of = of.checked_sub(1).unwrap_or(service);
                    let of_service = range(&services.action_ends, of);
                    let place = columns.dependent_actions.number()?;
                    let place = place.saturating_add(of_service.start);
                    if !of_service.contains(&place) {
                        return Err(CatalogError::Contradictory);
                    }
                    places.push(place);
                }
                all.add(places)
            };
            let set = recent.next(&mut columns.dependent_sets, define)?;
            actions.dependent_sets.push(set);
        }
    }
    Ok(())
}
