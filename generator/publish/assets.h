#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// A file of the look, under a name that carries the hash of its bytes.
struct Asset {
  std::string path;  ///< assets/style.0123abcd.css
  std::string bytes;
};

/// Joins the styles in the order of `styles/order.txt`; `files`: path below templates/ → bytes.
/// `title` is printed at the foot of every sheet, on pages of another language that of `others`.
Asset style_asset(const std::map<std::string, std::string>& files, const std::string& title,
                  const std::map<std::string, std::string>& others, Findings& findings);

/// `styles/NAME.css` by itself, for the pages that need it.
Asset page_style_asset(const std::map<std::string, std::string>& files, const std::string& name,
                       Findings& findings);

/// `scripts/NAME.js` as an asset.
Asset script_asset(const std::map<std::string, std::string>& files, const std::string& name,
                   Findings& findings);

/// The charts of the page for comparing, `compare/NAME.json` below templates/, as one script.
Asset dataflows_asset(const std::map<std::string, std::string>& files, Findings& findings);

/// The bundle of npm packages NAME.js that scripts/browser-packages makes below `home`, the folder
/// of the program; an error that says so where it is missing.
Asset bundle_asset(Disk& disk, const std::string& home, const std::string& name,
                   Findings& findings);

}  // namespace yokoten
