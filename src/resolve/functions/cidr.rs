//! `Fn::Cidr`: the first blocks of a size that an address block is made of.

use crate::resolve::budget::Expansion;
use crate::resolve::evaluate::Evaluator;
use crate::resolve::{Content, Reason, Value};
use crate::template::{Node, Span};
use ipnet::{IpNet, Ipv4Subnets, Ipv6Subnets};

/// The most blocks that CloudFormation gives.
const MAX_COUNT: u32 = 256;

/// The value of `Fn::Cidr`. `bits` are the bits that stay for hosts: 32 (or 128) less the prefix length.
pub(super) fn cidr(
    evaluator: &mut Evaluator,
    span: Span,
    block: &Node,
    count: &Node,
    bits: Option<&Node>,
) -> Value {
    let block_span = block.span;
    let block = match evaluator.text_argument(block, span, "the address block of `Fn::Cidr`") {
        Ok(block) => block,
        Err(value) => return value,
    };
    let Ok(net) = block.trim().parse::<IpNet>() else {
        let found = evaluator.quote(&block);
        return evaluator.fail(
            block_span,
            format!("`Fn::Cidr` needs an address block such as `10.0.0.0/16`, found {found}"),
        );
    };
    let count = match number(evaluator, count, span, "the count of `Fn::Cidr`", 1..=MAX_COUNT) {
        Ok(count) => count,
        Err(value) => return value,
    };
    let width = net.max_prefix_len();
    let bits = match bits {
        Some(bits) => {
            match number(evaluator, bits, span, "the cidrBits of `Fn::Cidr`", 1..=u32::from(width)) {
                Ok(bits) => bits,
                Err(value) => return value,
            }
        }
        None if matches!(net, IpNet::V4(_)) => 8,
        None => 64,
    };
    let prefix = u32::from(width).saturating_sub(bits);
    let free = prefix.checked_sub(u32::from(net.prefix_len()));
    if free.is_none_or(|free| free < 32 && (1_u32 << free) < count) {
        let noun = if count == 1 { "block" } else { "blocks" };
        let message = format!(
            "`Fn::Cidr` can't make {count} {noun} of prefix length {prefix} in a block of prefix length {}",
            net.prefix_len()
        );
        return evaluator.fail(span, message);
    }
    if !evaluator.spend(Expansion::Values, count as usize, span) {
        return Value::not_known(span, Reason::Error);
    }
    let blocks = subnets(net, prefix as u8).take(count as usize);
    Value::new(span, Content::List(blocks.map(|block| Value::text(span, block)).collect()))
}

fn subnets(net: IpNet, prefix: u8) -> Box<dyn Iterator<Item = String>> {
    match net.trunc() {
        IpNet::V4(net) => {
            Box::new(Ipv4Subnets::new(net.network(), net.broadcast(), prefix).map(|net| net.to_string()))
        }
        IpNet::V6(net) => {
            Box::new(Ipv6Subnets::new(net.network(), net.broadcast(), prefix).map(|net| net.to_string()))
        }
    }
}

fn number(
    evaluator: &mut Evaluator,
    node: &Node,
    span: Span,
    what: &str,
    range: std::ops::RangeInclusive<u32>,
) -> Result<u32, Value> {
    let text = evaluator.text_argument(node, span, what)?;
    match text.trim().parse() {
        Ok(number) if range.contains(&number) => Ok(number),
        _ => {
            let found = evaluator.quote(&text);
            let message = format!(
                "{what} must be a whole number from {} to {}, found {found}",
                range.start(),
                range.end()
            );
            Err(evaluator.fail(node.span, message))
        }
    }
}
