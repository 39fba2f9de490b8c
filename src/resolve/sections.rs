//! Sections as they are once local includes and loops are expanded.

use super::budget::Expansion;
use super::evaluate::Evaluator;
use super::include::{self, Includes};
use super::{Environment, Incomplete, Reason, Unknown};
use crate::template::{
    Content, Diagnostic, Entry, Loop, LoopSection, Map, Node, Output, Resource, SectionTransform, Span,
    Template, Text, Transform,
};
use std::collections::HashSet;
use std::sync::Arc;

/// The sections that loops make entries for.
pub(super) struct Sections {
    pub conditions: Map<Node>,
    pub resources: Vec<Resource>,
    pub outputs: Vec<Output>,
}

impl Sections {
    /// Takes the sections out of a template, which keeps those that are only looked up.
    pub fn take(template: &mut Template) -> Self {
        Self {
            conditions: std::mem::take(&mut template.conditions),
            resources: std::mem::take(&mut template.resources),
            outputs: std::mem::take(&mut template.outputs),
        }
    }
}

/// Puts the content of local files in the place of the includes that stand where sections or their entries
/// stand. Those that are not local stay.
pub(super) fn include(template: &mut Template, includes: &mut Includes, environment: &Environment) {
    let transforms = std::mem::take(&mut template.transforms);
    let section_transforms = std::mem::take(&mut template.section_transforms);
    let mut local = Vec::new();
    for transform in transforms {
        match location(&transform.name, transform.parameters.as_ref()) {
            Some((location, span)) if is_local(&location, environment) => local.push((None, location, span)),
            _ => template.transforms.push(transform),
        }
    }
    for transform in section_transforms {
        let body = transform.body.as_map();
        let name = super::mappings::macro_name(&transform.body);
        match location(&name, body.and_then(|body| body.get("Parameters"))) {
            Some((location, span)) if is_local(&location, environment) => {
                local.push((transform.section, location, span));
            }
            _ => template.section_transforms.push(transform),
        }
    }
    for (section, location, span) in local {
        match includes.load(environment, &location) {
            Ok(Some((_, root))) => absorb(template, section, &root, includes),
            Ok(None) => {}
            Err(message) => template.diagnostics.push(Diagnostic::error(span, message)),
        }
    }
}

fn is_local(location: &str, environment: &Environment) -> bool {
    environment.include_folder.is_some() && !location.contains("://")
}

/// The location that `AWS::Include` names, where it is written out.
fn location(name: &str, parameters: Option<&Node>) -> Option<(Text, Span)> {
    let location = parameters.filter(|_| name == include::NAME)?.as_map()?.get("Location")?;
    Some((location.as_text()?.clone(), location.span))
}

/// Adds what an included file brings, for one section or for all.
fn absorb(template: &mut Template, section: Option<&'static str>, root: &Node, includes: &Includes) {
    let sections = match (section, &root.content) {
        (Some(section), _) => {
            vec![Entry { key: Text::from(section), key_span: root.span, value: root.clone() }]
        }
        (None, Content::Map(map)) => map.entries.clone(),
        (None, _) => {
            let message = format!("an included file has to hold a map of sections, found {}", root.kind());
            template.diagnostics.push(Diagnostic::error(root.span, message));
            return;
        }
    };
    let more = template.read_more(sections, includes.file(root.span));
    for mut entry in more.loops {
        entry.position += match entry.section {
            LoopSection::Conditions => template.conditions.len(),
            LoopSection::Resources => template.resources.len(),
            LoopSection::Outputs => template.outputs.len(),
        };
        template.loops.push(entry);
    }
    let diagnostics = &mut template.diagnostics;
    diagnostics.extend(more.diagnostics);
    extend(
        &mut template.parameters,
        more.parameters,
        |parameter| (&parameter.name, parameter.span),
        diagnostics,
    );
    extend(
        &mut template.resources,
        more.resources,
        |resource| (&resource.logical_id, resource.span),
        diagnostics,
    );
    extend(&mut template.outputs, more.outputs, |output| (&output.name, output.span), diagnostics);
    for (section, more) in [
        (&mut template.mappings, more.mappings),
        (&mut template.conditions, more.conditions),
        (&mut template.rules, more.rules),
    ] {
        extend(&mut section.entries, more.entries, |entry| (&entry.key, entry.key_span), diagnostics);
    }
    template.metadata = template.metadata.take().or(more.metadata);
}

/// Adds `more` to `entries`, and reports those whose name is taken.
fn extend<E>(
    entries: &mut Vec<E>,
    more: Vec<E>,
    name: impl Fn(&E) -> (&Text, Span),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut names: HashSet<Text> = entries.iter().map(|entry| name(entry).0.clone()).collect();
    for entry in more {
        let (key, span) = name(&entry);
        if names.insert(key.clone()) {
            entries.push(entry);
        } else {
            diagnostics.push(Diagnostic::error(span, format!("`{key}` is declared twice in its section")));
        }
    }
}

/// Unrolls the loops of all sections, each where it stands. A loop whose collection is not known leaves its
/// section open.
pub(super) fn unroll(
    evaluator: &mut Evaluator,
    template: &Template,
    sections: Sections,
    incomplete: &mut Vec<Incomplete>,
) -> Sections {
    if template.loops.is_empty() {
        return sections;
    }
    let Sections { conditions, resources, outputs } = sections;
    let mut splice = Splice { evaluator, template, incomplete };
    let mut conditions =
        splice.entries(LoopSection::Conditions, conditions.entries, |more| more.conditions.entries);
    let mut resources = splice.entries(LoopSection::Resources, resources, |more| more.resources);
    let mut outputs = splice.entries(LoopSection::Outputs, outputs, |more| more.outputs);
    keep_first(evaluator, &mut conditions, |entry| (&entry.key, entry.key_span));
    keep_first(evaluator, &mut resources, |resource| (&resource.logical_id, resource.span));
    keep_first(evaluator, &mut outputs, |output| (&output.name, output.span));
    Sections { conditions: Map { entries: conditions }, resources, outputs }
}

/// Puts what loops make in between the entries of the sections.
struct Splice<'s, 't> {
    evaluator: &'s mut Evaluator<'t>,
    template: &'s Template,
    incomplete: &'s mut Vec<Incomplete>,
}

impl Splice<'_, '_> {
    fn entries<E>(
        &mut self,
        section: LoopSection,
        entries: Vec<E>,
        read: impl Fn(Template) -> Vec<E>,
    ) -> Vec<E> {
        let mut loops: Vec<_> = self.template.loops.iter().filter(|entry| entry.section == section).collect();
        loops.sort_by_cached_key(|entry| entry.position);
        let mut loops = loops.into_iter().peekable();
        let mut spliced = Vec::with_capacity(entries.len());
        for (position, entry) in entries.into_iter().enumerate() {
            while let Some(before) = loops.next_if(|entry| entry.position <= position) {
                spliced.extend(self.unroll(before).map(&read).unwrap_or_default());
            }
            spliced.push(entry);
        }
        for entry in loops {
            spliced.extend(self.unroll(entry).map(&read).unwrap_or_default());
        }
        spliced
    }

    /// What a loop makes, as a template of its own.
    fn unroll(&mut self, entry: &Loop) -> Option<Template> {
        let mut entries = Vec::new();
        let transforms = self.template.transforms.len() + self.template.section_transforms.len();
        if !self.evaluator.spend(Expansion::Loops, 1 + transforms, entry.span) {
            return None;
        }
        if let Err(cause) = self.evaluator.unroll(&entry.body, entry.span, &mut entries) {
            self.leave_open(entry, cause);
            return None;
        }
        if entries.is_empty() {
            return None;
        }
        let value = Node { span: entry.body.span, content: Content::Map(Map { entries }) };
        let section = Entry { key: Text::from(name_of(entry.section)), key_span: entry.span, value };
        let mut more = self.template.read_more(vec![section], None);
        for diagnostic in std::mem::take(&mut more.diagnostics) {
            self.evaluator.report(diagnostic);
        }
        Some(more)
    }

    /// Notes that a section may hold more than is known.
    fn leave_open(&mut self, entry: &Loop, cause: Arc<Unknown>) {
        let message = format!(
            "the loop `{}` can't be unrolled, because {}: what it makes in the section {} is not known",
            super::constraints::shorten(&entry.key),
            cause.reason,
            name_of(entry.section)
        );
        if entry.section == LoopSection::Resources {
            self.incomplete.push(Incomplete { span: entry.span, message });
        } else {
            self.evaluator.report(Diagnostic::warning(entry.span, message));
        }
        if entry.section == LoopSection::Conditions {
            self.evaluator.more_conditions.get_or_insert(cause);
        }
    }
}

fn name_of(section: LoopSection) -> &'static str {
    match section {
        LoopSection::Conditions => "Conditions",
        LoopSection::Resources => "Resources",
        LoopSection::Outputs => "Outputs",
    }
}

/// Reports entries that loops made under a name that is taken, and drops them.
fn keep_first<E>(evaluator: &mut Evaluator, entries: &mut Vec<E>, name: impl Fn(&E) -> (&Text, Span)) {
    let mut seen = HashSet::with_capacity(entries.len());
    entries.retain(|entry| {
        let (key, span) = name(entry);
        let new = seen.insert(key.clone());
        if !new {
            let shown = super::constraints::shorten(key);
            evaluator.report_error(
                span,
                format!("`Fn::ForEach` makes `{shown}` more than once, or it is declared"),
            );
        }
        new
    });
}

/// The macro that may add entries to a section, if one does.
pub(super) fn added_by(template: &Template, section: &str) -> Option<Arc<Unknown>> {
    let of_section = |transform: &&SectionTransform| transform.section.is_none_or(|name| name == section);
    let by_section = template.section_transforms.iter().find(of_section);
    let by_template = template.transforms.iter().find(|transform| Transform::is_macro(transform));
    let (name, span) = match (by_template, by_section) {
        (Some(transform), _) => (transform.name.clone(), transform.span),
        (None, Some(transform)) => (super::mappings::macro_name(&transform.body), transform.span),
        (None, None) => return None,
    };
    Some(Arc::new(Unknown { reason: Reason::Macro { name }, span }))
}
