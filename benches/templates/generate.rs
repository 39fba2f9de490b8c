//! Writes the templates that `scripts/bench.sh` and `scripts/compare.sh` measure with: `cargo run --example generate -- FOLDER`.

#[path = "assembly.rs"]
mod assembly;
#[path = "mod.rs"]
mod templates;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).expect("the folder to write to, as the only argument"));
    let many = folder.join("many");
    fs::create_dir_all(&many)?;
    fs::create_dir_all(folder.join("folder"))?;
    for count in [10, 100, 200, 400, 500] {
        fs::write(folder.join(format!("{count}.yaml")), templates::yaml(count))?;
    }
    fs::write(folder.join("largest.yaml"), templates::largest())?;
    for number in 0..1000 {
        fs::write(many.join(format!("{number:04}.yaml")), templates::yaml(10))?;
    }
    for number in 0..200 {
        fs::write(folder.join("folder").join(format!("{number:03}.yaml")), templates::yaml(10))?;
    }
    assembly::write(&folder.join("assembly"), 50, 100)
}
