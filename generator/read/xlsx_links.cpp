#include "read/xlsx_links.h"

#include <fmt/format.h>

#include <vector>

#include "read/workbook_names.h"

namespace yokoten {
namespace {

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

std::string links_part(std::string_view part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

/// `target` as seen from `folder`, without `.` and `..`; those that lead out of the archive end in
/// it.
std::string resolved(const std::string& folder, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string(target) : folder + std::string(target);
  std::vector<std::string_view> names;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view name = rest.substr(0, slash);
    if (name == ".." && !names.empty())
      names.pop_back();
    else if (!name.empty() && name != "." && name != "..")
      names.push_back(name);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  std::string joined;
  for (const std::string_view name : names)
    joined += (joined.empty() ? "" : "/") + std::string(name);
  return joined;
}

class LinkReader final : public XmlHandler {
 public:
  explicit LinkReader(std::string folder) : folder_(std::move(folder)) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (!name.is(XmlSpace::package_links, "Relationship")) return;
    const auto id = attributes.find("Id"), type = attributes.find("Type");
    const auto target = attributes.find("Target");
    if (!id || !type || !target) return;
    const bool outside = attributes.find("TargetMode") == "External";
    const std::string kind(type->substr(type->rfind('/') + 1));
    XlsxLink link{kind, outside ? "" : resolved(folder_, *target)};
    if (!links.emplace(*id, std::move(link)).second) twice = *id;
  }
  void end() override {}
  void text(std::string_view) override {}

  XlsxLinks links;
  std::string twice;  ///< an id that two of them have

 private:
  std::string folder_;
};

}  // namespace

std::optional<XlsxLinks> read_xlsx_links(ZipParts& parts, std::string_view part,
                                         WorkbookDraft& draft) {
  LinkReader reader(folder_of(part));
  if (!parts.read_xml(links_part(part), reader)) return std::nullopt;
  if (reader.twice.empty()) return std::move(reader.links);
  draft.refuse(
      "workbook.part",
      {fmt::format("{}: リンク「{}」が2つあります", links_part(part), excerpt(reader.twice)),
       fmt::format("{}: two links are called {}", links_part(part), excerpt(reader.twice))});
  return std::nullopt;
}

bool has_xlsx_links(const ZipParts& parts, std::string_view part) {
  return parts.has(links_part(part));
}

const XlsxLink* link_of_kind(const XlsxLinks& links, std::string_view kind) {
  for (const auto& [id, link] : links)
    if (link.kind == kind) return &link;
  return nullptr;
}

}  // namespace yokoten
