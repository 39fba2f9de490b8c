//! The event `AlexaSkill`: Alexa may call the function.

use super::super::Expanded;
use super::super::event::{Event, Target};
use super::super::properties::{Property, kind, optional};
use super::permission;
use crate::template::Resource;

const PROPERTIES: &[Property] = &[optional("SkillId", kind::TEXT)];

pub(super) fn expand(owner: &Resource, event: &Event, target: &Target) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let permission = permission(owner, event, target, &event.prefix, "alexa-appkit.amazon.com");
    Ok(vec![permission.with_some("EventSourceToken", properties.get("SkillId"))])
}
