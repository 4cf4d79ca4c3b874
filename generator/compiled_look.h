#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/disk.h"
#include "examined.h"
#include "page/site.h"
#include "page/templates.h"
#include "publish/assets.h"

namespace yokoten {

/// What pages look like, whatever they say: templates, styles and scripts.
struct CompiledLook {
  Findings told;                             ///< of templates and styles
  std::map<std::string, std::string> files;  ///< below templates/, the publication's own in place
  TemplateTexts texts;                       ///< with the words of the main language
  Asset style, charts_script;
  Findings missing_search;  ///< told only where a page has a field to search in
  Asset find_script, search_script;
  Findings missing_explorer;  ///< told only where a page lets readers compare
  Asset explorer_style, compare_script, compare_charts, dataflows;

  CompiledLook(Disk& disk, const std::string& home, const Examined& seen);
  /// The same with the templates as they are now; what is bundled of npm packages stays.
  CompiledLook changed(Disk& disk, const std::string& home, const Examined& seen) const;

  AssetPaths paths() const;
  /// Those that pages of the site ask for.
  std::vector<const Asset*> assets(const Site& site) const;

 private:
  void make_assets(const Examined& seen);
};

}  // namespace yokoten
