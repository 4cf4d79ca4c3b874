#include "publish/data_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/csv_cell.h"
#include "model/licence.h"
#include "model/words.h"
#include "publish/open_data.h"

namespace yokoten {
namespace {

using Json = nlohmann::ordered_json;

bool is_number(std::string_view column) {
  return column == "numerator" || column == "denominator" || column == "value" ||
         column == "lower" || column == "upper";
}

// The columns that every row has a text in.
bool is_required(std::string_view column) {
  return column == "indicator" || column == "area_code" || column == "area_name";
}

std::string said(const Publication& publication, const char* table, std::string_view column) {
  return word_of(publication, fmt::format("{}.{}", table, column));
}

Json constraints_of(const Publication& publication, std::string_view column) {
  Json rules = Json::object();
  if (is_required(column)) rules["required"] = true;
  if (column == "area_code") rules["pattern"] = "[0-9]{6}";
  if (column == "flag") rules["pattern"] = "((provisional|revised|corrected|bound|planned)( |$))*";
  if (column == "missing_reason")
    rules["enum"] = {"not_published", "not_applicable", "not_reported",
                     "not_set",       "suppressed",     "unknown"};
  if (column == "indicator") {
    rules["enum"] = Json::array();
    for (const Indicator& each : publication.indicators) rules["enum"].push_back(each.id);
  }
  return rules;
}

Json field_of(const Publication& publication, std::string_view column) {
  Json field = {{"name", column},
                {"title", said(publication, "column", column)},
                {"description", said(publication, "about_column", column)},
                {"type", is_number(column) ? "number" : "string"}};
  if (Json rules = constraints_of(publication, column); !rules.empty())
    field["constraints"] = std::move(rules);
  return field;
}

const Json& key() {
  static const Json columns = {"indicator", "area_code", "period", "breakdown"};
  return columns;
}

Json licences_of(const Publication& publication) {
  Json licence = {{"name", publication.licence}};
  if (const Licence* known = licence_of(publication.licence)) {
    licence["path"] = known->url;
    licence["title"] = known->title;
  }
  return Json::array({licence});
}

Json package_sources(const Publication& publication, const DataSet& set) {
  Json all = Json::array();
  for (const int id : sources_in(publication, set)) {
    const Source& source = publication.sources[static_cast<std::size_t>(id)];
    Json one = {{"title", source.title + "（" + source.publisher + "）"}};
    if (source.url.starts_with("https://") || source.url.starts_with("http://"))
      one["path"] = source.url;
    all.push_back(std::move(one));
  }
  return all;
}

Json resource_of(const std::string& name, const std::string& title, const ManifestEntry& file,
                 Json schema) {
  return {{"profile", "tabular-data-resource"},
          {"name", name},
          {"path", name + ".csv"},
          {"title", title},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"bytes", file.bytes},
          {"hash", "sha256:" + file.sha256.digits()},
          {"dialect", {{"delimiter", ","}, {"lineTerminator", "\n"}}},
          {"schema", std::move(schema)}};
}

// What outcomes.csv counts or computes; all else of it, and of other tables, are texts.
bool is_computed(std::string_view column) {
  for (const std::string_view beginning :
       {"offices", "left_out", "before_", "after_", "change_", "improved"})
    if (column.starts_with(beginning)) return true;
  return false;
}

// The columns that the table's first line names.
Json schema_of(const DataTable& table) {
  std::string_view line = table.csv.substr(0, table.csv.find('\n'));
  if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  Json fields = Json::array();
  while (!line.empty()) {
    const std::size_t comma = std::min(line.find(','), line.size());
    const std::string_view column = line.substr(0, comma);
    const bool number = table.name == "outcomes" && is_computed(column);
    fields.push_back({{"name", column}, {"type", number ? "number" : "string"}});
    line.remove_prefix(std::min(comma + 1, line.size()));
  }
  return {{"fields", std::move(fields)}, {"missingValues", {""}}};
}

}  // namespace

std::string data_package_json(const Publication& publication, const DataSet& set,
                              const ManifestEntry& figures, const std::vector<DataTable>& tables) {
  Json fields = Json::array();
  for (const std::string_view column : data_columns)
    fields.push_back(field_of(publication, column));
  const Json schema = {{"fields", fields}, {"primaryKey", key()}, {"missingValues", {""}}};
  Json resources = Json::array({resource_of("observations", set.title, figures, schema)});
  for (const DataTable& table : tables)
    resources.push_back(
        resource_of(table.name, table.title, entry_of(table.name, table.csv), schema_of(table)));
  const Json contributors =
      Json::array({{{"title", publication.publisher}, {"role", "publisher"}}});
  const Json package = {{"profile", "tabular-data-package"},
                        {"name", "observations"},
                        {"title", publication.title},
                        {"description", credit_line(publication, set)},
                        {"homepage", page_address(publication, set)},
                        {"version", publication.as_of},
                        {"licenses", licences_of(publication)},
                        {"contributors", contributors},
                        {"sources", package_sources(publication, set)},
                        {"resources", std::move(resources)}};
  return package.dump(2) + '\n';
}

std::string csvw_json(const Publication& publication, const DataSet& set) {
  Json columns = Json::array();
  for (const std::string_view column : data_columns) {
    Json one = {{"name", column},
                {"titles", column},
                {"dc:title", said(publication, "column", column)},
                {"dc:description", said(publication, "about_column", column)},
                {"datatype", is_number(column) ? "decimal" : "string"}};
    if (is_required(column)) one["required"] = true;
    columns.push_back(std::move(one));
  }
  const Licence* licence = licence_of(publication.licence);
  Json table = {{"@context", {"http://www.w3.org/ns/csvw", {{"@language", publication.language}}}},
                {"url", "observations.csv"},
                {"dc:title", set.title + ' ' + publication.title},
                {"dc:publisher", publication.publisher},
                {"dc:modified", publication.as_of},
                {"dc:bibliographicCitation", credit_line(publication, set)}};
  if (licence != nullptr) table["dc:license"] = {{"@id", licence->url}};
  table["dialect"] = {{"encoding", "utf-8"}, {"header", true}};
  table["tableSchema"] = {{"columns", columns}, {"primaryKey", key()}};
  return table.dump(2) + '\n';
}

}  // namespace yokoten
