#include "read/project.h"

#include <fmt/format.h>

#include "model/report.h"
#include "model/toml_reader.h"
#include "read/before_after.h"
#include "read/own_path.h"
#include "read/yaml_node.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

constexpr std::int64_t most_yen = 100'000'000'000;
constexpr std::int64_t most_terminals = 100'000;

ProjectOffice read_office(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  ProjectOffice office;
  office.service = reader.required_text("service");
  office.role = reader.required_text("role");
  office.name = reader.text("name");
  office.terminals = reader.integer("terminals", 0, most_terminals).value_or(0);
  office.terminal_yen = reader.integer("terminal_cost", 0, most_yen).value_or(0);
  if (office.terminals > 0) reader.require("terminal_cost");
  if (office.terminal_yen > 0) reader.require("terminals");
  office.place = node.place;
  office.service_place = reader.place("service");
  office.terminal_place = reader.place("terminal_cost");
  return office;
}

std::optional<ProjectVisit> read_visit(const TomlNode* node, Findings& findings) {
  if (node == nullptr) return std::nullopt;
  TomlReader reader(*node, findings);
  ProjectVisit visit{reader.text("how"), reader.text("none")};
  if (visit.how.empty() != visit.none.empty()) return visit;
  report_error(
      findings, node->place, "project.visit",
      {"visit には how（見学のしかた）か none（受け入れない理由）のどちらか1つを書いてください",
       "visit has either how (to visit) or none (the reason why not)"});
  return std::nullopt;
}

bool is_web_address(std::string_view url) {
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  return scheme > 0 && url.size() > scheme && url[scheme] != '/' &&
         url.find_first_of(" \t\n\"<>") == std::string_view::npos;
}

// Served from the site's own address, it could do all that the site may.
bool runs_in_browsers(const std::string& path) {
  const std::string ending = path.substr(path.rfind('.') + 1);
  for (const char* each : {"htm", "html", "shtml", "xhtml", "xht", "mht", "mhtml", "svg", "svgz",
                           "xml", "xsl", "xslt", "js", "mjs", "wasm", "swf", "php"})
    if (ending == each) return true;
  return false;
}

ProjectDocument read_document(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  ProjectDocument document;
  document.title = reader.required_text("title");
  document.path = reader.text("path");
  document.url = reader.text("url");
  document.place = node.place;
  if (document.path.empty() == document.url.empty())
    report_error(findings, node.place, "project.document",
                 {"資料には path（documents/ のファイル）か url のどちらか1つを書いてください",
                  "a document has either path (a file of documents/) or url"});
  else if (!document.path.empty() && !is_own_path(document.path, "documents/"))
    report_error(
        findings, reader.place("path"), "project.document",
        {fmt::format("path の {} は documents/ の中の名前（a-z 0-9 - _ .）ではありません",
                     document.path),
         fmt::format("path {} is no name inside documents/ (a-z 0-9 - _ .)", document.path)});
  else if (!document.path.empty() && runs_in_browsers(document.path))
    report_error(findings, reader.place("path"), "project.document",
                 {fmt::format("{} はブラウザーの中で動くことのある形式です。PDFなどにしてください",
                              document.path),
                  fmt::format("{} is of a kind that may run in browsers; make a PDF or the like of "
                              "it",
                              document.path)});
  else if (!document.url.empty() && !is_web_address(document.url))
    report_error(findings, reader.place("url"), "project.document",
                 {fmt::format("url の {} は https:// で始まるアドレスではありません", document.url),
                  fmt::format("url {} is no address that begins with https://", document.url)});
  return document;
}

Period read_month(TomlReader& reader, std::string_view key) {
  const TomlNode* node = reader.require(key).take(key);
  if (node == nullptr) return {};
  const auto period = node_period(*node);
  if (!period)
    report_type(reader.findings(), *node,
                {"年月（2024-07）、日付、年度（2024FY）", "a month (2024-07), a date, 2024FY"});
  return period.value_or(Period{});
}

void read_span(const TomlNode* node, ModelProject& project, Findings& findings) {
  if (node == nullptr) return;
  TomlReader reader(*node, findings);
  project.from = read_month(reader, "from");
  project.to = read_month(reader, "to");
  if (project.from == Period{} || project.to == Period{}) return;
  if (first_day(project.from) > last_day(project.to))
    report_error(findings, node->place, "project.period",
                 {"period の to が from より前です。2つを確かめてください",
                  "period ends before it begins; check from and to"});
}

void read_body(TomlReader& reader, ModelProject& project) {
  Findings& findings = reader.findings();
  project.programme = reader.required_text("programme");
  read_span(reader.require("period").take("period", Kind::table), project, findings);
  project.yen = reader.require("cost").integer("cost", 0, most_yen);
  reader.require("offices");
  for (const TomlNode& node : reader.items("offices", Kind::list))
    project.offices.push_back(read_office(node, findings));
  for (const TomlNode& node : reader.items("results", Kind::list))
    project.results.push_back(read_before_after(node, findings));
  project.visit = read_visit(reader.take("visit", Kind::table), findings);
  project.contact = reader.text("contact");
  for (const TomlNode& node : reader.items("documents", Kind::list))
    project.documents.push_back(read_document(node, findings));
  project.programme_place = reader.place("programme");
  project.period_place = reader.place("period");
  project.yen_place = reader.place("cost");
  project.offices_place = reader.place("offices");
  project.visit_place = reader.place("visit");
}

void set_area(const TomlNode& root, ModelProject& project, Findings& findings) {
  const TomlNode* node = root.find("area");
  project.area_place = node == nullptr ? root.place : node->place;
  if (node != nullptr) project.area = node->text;
  if (project.area.empty())
    report_error(findings, project.area_place, "project.missing",
                 {"前書きに area（モデル地域の6桁のコード）が要ります",
                  "the front matter needs area (six-digit code of the model region)"});
}

}  // namespace

std::optional<ModelProject> read_project(const PageText& page, Findings& findings) {
  Findings own;
  std::optional<ModelProject> made;
  if (const auto root = front_tree(page, own)) {
    const TomlNode* node = root->find("project");
    if (node == nullptr) {
      report_error(own, root->place, "project.missing",
                   {"モデル事業のページの前書きに project がありません",
                    "the front matter of a model project has no project"});
    } else {
      made.emplace();
      made->slug = page.path;
      made->file = page.file;
      made->place = node->key_place;
      set_area(*root, *made, own);
      TomlReader reader(*node, own);
      read_body(reader, *made);
    }
  }
  report_as("project", own, findings);
  return made;
}

}  // namespace yokoten
