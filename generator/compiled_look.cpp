#include "compiled_look.h"

#include "base/editors_own.h"
#include "page/own_templates.h"
#include "publish/look.h"

namespace yokoten {
namespace {

std::map<std::string, std::string> files_below(Disk& disk, const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const std::string& path : disk.files(folder))
    if (lies_in_editors_own(path))
      continue;
    else if (auto bytes = disk.read(folder + '/' + path))
      files[path] = std::move(*bytes);
  return files;
}

/// templates/ of the program with the publication's own files in their place, and its look.
std::map<std::string, std::string> template_files(Disk& disk, const std::string& home,
                                                  const Publication& publication,
                                                  Findings& findings) {
  std::map<std::string, std::string> files = files_below(disk, home + "/templates");
  const std::string folder = publication.folder + "/templates";
  const std::map<std::string, std::string> own = files_below(disk, folder);
  check_own_templates(files, own, folder, findings);
  std::map<std::string, std::string> places;
  for (const auto& [path, bytes] : own) {
    files[path] = bytes;
    places[path] = folder + '/' + path;
  }
  check_contrast(files, places, publication.look, findings);
  if (const std::string css = look_css(publication.look); !css.empty()) {
    files["styles/look.css"] = css;
    files["styles/order.txt"] += "\nlook.css\n";
  }
  return files;
}

// Printed at the foot of pages in other languages, by language.
std::map<std::string, std::string> other_titles(const Examined& seen) {
  if (!seen.translated) return {};
  return {{seen.translated->publication.language, seen.translated->publication.title}};
}

/// What assets are made of: all but the templates themselves.
std::map<std::string, std::string> without_html(std::map<std::string, std::string> files) {
  std::erase_if(files, [](const auto& file) { return file.first.ends_with(".html"); });
  return files;
}

}  // namespace

CompiledLook::CompiledLook(Disk& disk, const std::string& home, const Examined& seen)
    : files(template_files(disk, home, seen.publication, told)),
      texts(files, seen.publication.words, told),
      search_script(bundle_asset(disk, home, "search", missing_search)),
      compare_script(bundle_asset(disk, home, "compare", missing_explorer)),
      compare_charts(bundle_asset(disk, home, "compare-charts", missing_explorer)) {
  make_assets(seen);
}

void CompiledLook::make_assets(const Examined& seen) {
  style = style_asset(files, seen.publication.title, other_titles(seen), told);
  charts_script = script_asset(files, "charts", told);
  find_script = script_asset(files, "find", told);
  explorer_style = page_style_asset(files, "explorer", missing_explorer);
  dataflows = dataflows_asset(files, missing_explorer);
}

CompiledLook CompiledLook::changed(Disk& disk, const std::string& home,
                                   const Examined& seen) const {
  CompiledLook made = *this;
  made.told.clear();
  made.files = template_files(disk, home, seen.publication, made.told);
  made.texts = TemplateTexts(made.files, seen.publication.words, made.told);
  if (without_html(files) != without_html(made.files)) made.make_assets(seen);
  return made;
}

AssetPaths CompiledLook::paths() const {
  return {style.path,
          find_script.path,
          charts_script.path,
          search_script.path,
          {explorer_style.path, compare_script.path, compare_charts.path, dataflows.path}};
}

std::vector<const Asset*> CompiledLook::assets(const Site& site) const {
  std::vector<const Asset*> all = {&style, &charts_script};
  if (site.has_find()) all.insert(all.end(), {&find_script, &search_script});
  if (site.has_explorer())
    all.insert(all.end(), {&explorer_style, &compare_script, &compare_charts, &dataflows});
  return all;
}

}  // namespace yokoten
