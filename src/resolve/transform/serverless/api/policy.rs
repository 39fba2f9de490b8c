//! The resource policy of a REST API: who may call which of its methods.
//!
//! Facts: the AWS SAM Developer Guide, "ResourcePolicyStatement".

use super::super::Failure;
use super::editor::{ANY, list_of, map_of, map_of_mut, word_of};
use super::fields::Fields;
use super::piece::{Piece, Word};
use super::swagger::Swagger;
use crate::template::Span;

impl Swagger<'_> {
    /// Adds what a policy says of a path.
    pub(super) fn add_resource_policy(
        &mut self,
        policy: &Piece,
        path: &Word,
        stage: &Piece,
    ) -> Result<(), Failure> {
        map_of(policy, "`ResourcePolicy`")?;
        let resources = self.resources(path, stage)?;
        for (key, effect) in [("AwsAccountWhitelist", "Allow"), ("AwsAccountBlacklist", "Deny")] {
            if let Some(accounts) = policy.get_set(key) {
                let is_list = accounts.as_list().is_some();
                if !is_list && accounts.as_map().is_none() {
                    let message =
                        format!("`{key}` has to be a list or a function, found {}", accounts.kind());
                    return Err(Failure::new(accounts.span, message));
                }
                let accounts = if is_list { accounts.clone() } else { one(accounts) };
                self.add_accounts(accounts, effect, &resources)?;
            }
        }
        for (key, test) in [("IpRangeWhitelist", "NotIpAddress"), ("IpRangeBlacklist", "IpAddress")] {
            if let Some(ranges) = policy.get_set(key) {
                let ranges = if ranges.as_list().is_some() { ranges.clone() } else { one(ranges) };
                let condition = Piece::plain(ranges.span, [("aws:SourceIp", ranges)]);
                self.add_pair(test, condition, &resources)?;
            }
        }
        for (kind, test) in [("Blacklist", "StringEquals"), ("Whitelist", "StringNotEquals")] {
            let condition = networks(policy, kind)?;
            if condition.get_set("aws:SourceVpc").is_some() || condition.get_set("aws:SourceVpce").is_some() {
                self.add_pair(test, condition, &resources)?;
            }
        }
        self.set_policy();
        Ok(())
    }

    /// Adds statements that are written out.
    pub(super) fn add_custom_statements(&mut self, statements: &Piece) -> Result<(), Failure> {
        let policy = self.versioned(statements.span)?;
        match policy.get_mut("Statement").filter(|statement| !statement.is_null()) {
            None => policy.put("Statement", statements.clone()),
            Some(existing) => {
                make_list(existing);
                let more = statements.as_list().unwrap_or(std::slice::from_ref(statements));
                more.iter().for_each(|statement| add_once(existing, statement));
            }
        }
        self.set_policy();
        Ok(())
    }

    /// All methods of a path, as resources of a policy.
    fn resources(&mut self, path: &Word, stage: &Piece) -> Result<Piece, Failure> {
        let span = stage.span;
        let pattern = without_parameters(&path.text);
        let mut resources = Vec::new();
        for item in self.paths().items(&path.text)? {
            for method in item.keys() {
                let lower = method.text.to_lowercase();
                let is_any = lower == ANY || lower == "any";
                let name = if is_any { "*".to_owned() } else { method.text.to_uppercase() };
                let text = format!("execute-api:/${{__Stage__}}/{name}{pattern}");
                let is_written = path.is_written || (method.is_written && !is_any);
                let word = Word { text: text.into(), is_written };
                resources.push(Piece::sub_with(span, word, [("__Stage__", stage.clone())]));
            }
        }
        Ok(Piece::list(span, resources))
    }

    /// The policy, with its version.
    fn versioned(&mut self, span: Span) -> Result<&mut Fields, Failure> {
        let policy = map_of_mut(&mut self.policy, "the policy in the definition of the API")?;
        policy.put("Version", Piece::text(span, "2012-10-17"));
        Ok(policy)
    }

    fn add_accounts(&mut self, accounts: Piece, effect: &str, resources: &Piece) -> Result<(), Failure> {
        let span = accounts.span;
        let text = |text: &str| Piece::text(span, text);
        let statement = Piece::map(
            span,
            [
                ("Effect", text(effect)),
                ("Action", text("execute-api:Invoke")),
                ("Resource", resources.clone()),
                ("Principal", Piece::map(span, [("AWS", accounts)])),
            ],
        );
        let policy = self.versioned(span)?;
        match policy.get_mut("Statement").filter(|statement| !statement.is_null()) {
            None => policy.put("Statement", statement),
            Some(existing) => {
                make_list(existing);
                if let Some(existing) = existing.as_list_mut() {
                    existing.push(statement);
                }
            }
        }
        Ok(())
    }

    /// Lets everybody call, except whom the condition hits.
    fn add_pair(&mut self, test: &str, condition: Piece, resources: &Piece) -> Result<(), Failure> {
        let span = condition.span;
        let text = |text: &str| Piece::text(span, text);
        let statement = |effect: &str| {
            Piece::map(
                span,
                [
                    ("Effect", text(effect)),
                    ("Action", text("execute-api:Invoke")),
                    ("Resource", resources.clone()),
                    ("Principal", text("*")),
                ],
            )
        };
        let allow = statement("Allow");
        let mut deny = statement("Deny");
        if let Some(deny) = deny.as_map_mut() {
            deny.put("Condition", Piece::plain(span, [(test, condition)]));
        }
        let policy = self.versioned(span)?;
        match policy.get_mut("Statement").filter(|statement| !statement.is_null()) {
            None => policy.put("Statement", Piece::list(span, vec![allow, deny])),
            Some(existing) => {
                make_list(existing);
                add_once(existing, &allow);
                add_once(existing, &deny);
            }
        }
        Ok(())
    }
}

/// The VPCs and VPC endpoints of a list of those that may, or may not.
fn networks(policy: &Piece, kind: &str) -> Result<Piece, Failure> {
    let mut vpcs = Vec::new();
    let mut endpoints = Vec::new();
    let mut has_vpcs_first = true;
    let key = format!("SourceVpc{kind}");
    if let Some(names) = policy.get(&key) {
        for name in list_of(names, &format!("`{key}`"))? {
            let word = word_of(name, &format!("an item of `{key}`"))?;
            if word.text.starts_with("vpce-") {
                endpoints.push(name.clone());
            } else if word.text.starts_with("vpc-") {
                vpcs.push(name.clone());
            }
        }
        has_vpcs_first = !vpcs.is_empty() || endpoints.is_empty();
    }
    for (key, list) in [("IntrinsicVpc", &mut vpcs), ("IntrinsicVpce", &mut endpoints)] {
        let key = format!("{key}{kind}");
        if let Some(names) = policy.get(&key) {
            list.extend(list_of(names, &format!("`{key}`"))?.iter().cloned());
        }
    }
    let span = policy.span;
    let mut condition = Fields::ordered();
    let mut lists = [("aws:SourceVpc", vpcs), ("aws:SourceVpce", endpoints)];
    if !has_vpcs_first {
        lists.reverse();
    }
    for (key, list) in lists {
        if !list.is_empty() {
            condition.put(key, Piece::list(span, list));
        }
    }
    Ok(Piece::fields(span, condition))
}

/// A path with its parameters as wildcards.
pub(super) fn without_parameters(path: &str) -> String {
    let is_name = |name: &str| {
        let name = name.strip_suffix('+').unwrap_or(name);
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
    };
    let mut result = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        result.push_str(before);
        match after.split_once('}') {
            Some((name, after)) if is_name(name) => {
                result.push('*');
                rest = after;
            }
            _ => {
                result.push('{');
                rest = after;
            }
        }
    }
    result.push_str(rest);
    result
}

fn one(piece: &Piece) -> Piece {
    Piece::list(piece.span, vec![piece.clone()])
}

fn make_list(piece: &mut Piece) {
    if piece.as_list().is_none() {
        *piece = one(piece);
    }
}

fn add_once(list: &mut Piece, item: &Piece) {
    if let Some(list) = list.as_list_mut()
        && !list.iter().any(|other| other.is_same(item))
    {
        list.push(item.clone());
    }
}
