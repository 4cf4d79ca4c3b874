#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/disk.h"
#include "base/hash.h"
#include "base/threads.h"
#include "command/opened_snapshot.h"
#include "model/report.h"
#include "publish/built_site.h"
#include "publish/last_published.h"
#include "publish/manifest.h"
#include "publish/open_data.h"
#include "read/table_file.h"

namespace yokoten {
namespace {

const std::string figures_path = "data/observations.csv";

// Before a text that a spreadsheet would run stands an apostrophe.
std::string cell_text(std::string_view cell) {
  if (cell.size() > 1 && cell.front() == '\'' &&
      std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos)
    cell.remove_prefix(1);
  return std::string(cell);
}

/// Reads the figures of a site from its open data.
class SiteFigures {
 public:
  SiteFigures(const Table& table, Snapshot& side) : table_(table), side_(side) {}

  bool read() {
    for (std::size_t at = 0; at < data_columns.size(); ++at) {
      const auto column = table_.column(data_columns[at]);
      if (!column) return false;
      columns_[at] = *column;
    }
    for (int row = 0; row < table_.rows(); ++row) add(row);
    return true;
  }

 private:
  std::string text(int row, std::size_t column) const {
    return cell_text(table_.cell(row, columns_[column]));
  }
  std::optional<Decimal> number(int row, std::size_t column) const {
    return parse_decimal(table_.cell(row, columns_[column]));
  }

  // In the order of data_columns.
  void add(int row) {
    side_.area_names.try_emplace(text(row, 1), text(row, 2));
    side_.figures[{text(row, 0), text(row, 1), text(row, 3), text(row, 4)}] = {
        number(row, 5), number(row, 6), number(row, 7), number(row, 8), number(row, 9),
        text(row, 10),  text(row, 11),  text(row, 12),  text(row, 13)};
  }

  const Table& table_;
  Snapshot& side_;
  std::array<int, data_columns.size()> columns_{};
};

void refuse_changed(const std::string& file, Findings& findings) {
  report_error(findings, {file, 0, 0}, "diff.changed",
               {"build のあとで変わったか、なくなっています。build をやり直してください",
                "it was changed or removed after the build; build the site again"});
}

// The first file, by path, that does not stand there as the build wrote it; empty for none. One
// that was changed on a server says otherwise than the figures that are compared.
std::string first_changed(const std::string& folder, const std::vector<ManifestEntry>& entries) {
  std::vector<char> good(entries.size());
  share_out(entries.size(), [&](std::size_t at) {
    RealDisk own;
    const auto bytes = own.read(folder + '/' + entries[at].path);
    good[at] = bytes && sha256(*bytes) == entries[at].sha256 ? 1 : 0;
  });
  const auto bad = std::find(good.begin(), good.end(), 0);
  return bad == good.end() ? std::string()
                           : entries[static_cast<std::size_t>(bad - good.begin())].path;
}

bool read_figures(RealDisk& disk, Snapshot& side, Findings& findings) {
  const std::string file = side.name + '/' + figures_path;
  const auto bytes = disk.read(file);
  const auto listed = side.files.find(figures_path);
  if (!bytes || listed == side.files.end() || sha256(*bytes) != listed->second) {
    refuse_changed(file, findings);
    return false;
  }
  TableForm form;
  form.format = TableFormat::csv;
  const auto table = read_table(*bytes, file, findings, form);
  if (table && SiteFigures(*table, side).read()) return true;
  report_error(findings, {file, 1, 0}, "diff.figures",
               {"オープンデータの列がそろっていません", "columns of the open data are missing"});
  return false;
}

}  // namespace

void find_record(const std::string& site, Snapshot& side) {
  if (!side.is_site || side.facts) return;
  RealDisk disk;
  auto record = record_with_hash(disk, site, side.hash);
  if (!record) return;
  side.title = record->title;
  side.as_of = record->as_of;
  side.facts = std::move(record->facts);
}

std::optional<OpenedSnapshot> site_snapshot(const std::string& path, const Areas& areas,
                                            Findings& findings) {
  RealDisk disk;
  const std::string folder = real_folder(path);
  const auto manifest = disk.read(folder + "/manifest.json");
  const auto entries = manifest ? read_manifest(*manifest) : std::nullopt;
  if (!entries) return std::nullopt;
  OpenedSnapshot made;
  Snapshot& side = made.side;
  side.name = path;
  side.is_site = true;
  side.hash = sha256(*manifest);
  side.title = folder.substr(folder.rfind('/') + 1);
  name_areas(areas, side);
  for (const ManifestEntry& each : *entries)
    (each.path.ends_with(".html") ? side.pages : side.files)[each.path] = each.sha256.digits();
  if (const std::string file = first_changed(folder, *entries); !file.empty()) {
    refuse_changed(path + '/' + file, findings);
    return std::nullopt;
  }
  if (!read_figures(disk, side, findings)) return std::nullopt;
  find_record(path, side);
  side.page = [folder, hashes = side.pages](const std::string& page) -> std::optional<std::string> {
    RealDisk own;
    auto bytes = own.read(folder + '/' + page);
    const auto hash = hashes.find(page);
    if (!bytes || hash == hashes.end() || sha256(*bytes) != hash->second) return std::nullopt;
    return bytes;
  };
  return made;
}

}  // namespace yokoten
