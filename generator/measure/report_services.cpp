#include "measure/report_services.h"

#include <set>
#include <utility>

#include "base/text.h"
#include "model/service_type.h"

namespace yokoten {
namespace {

// Several kinds of one service differ in brackets only; reports and lists often leave them out.
std::string name_before_brackets(const std::string& plain) {
  constexpr std::string_view open = "（";
  for (const ServiceType& each : service_types()) {
    const std::size_t at = each.name.find(open);
    if (at != std::string_view::npos && each.name.substr(0, at) == plain) return plain;
  }
  return {};
}

std::string own_label(const Publication& publication, const std::string& plain) {
  const auto labels = publication.labels.find("service");
  if (labels == publication.labels.end()) return {};
  for (const auto& [code, label] : labels->second)
    if (tight_text(code) == plain || tight_text(label) == plain) return code;
  return {};
}

std::string probably(std::string_view cell) {
  const std::string plain = tight_text(cell);
  if (const std::string_view national = national_name(plain); !national.empty())
    return std::string(national);
  const auto near = nearest(plain, service_names(), 1);
  return near.empty() ? std::string() : near.front();
}

class Services {
 public:
  Services(const Publication& publication, EffectReports& effects)
      : publication_(publication), effects_(effects) {}

  void read(EffectReport& report) {
    const std::string printed = std::exchange(report.service, {});
    report.service = named_service(publication_, printed);
    if (!report.service.empty()) return;
    const SubsidisedOffice* line = nullptr;
    if (report.listed >= 0) line = &effects_.offices[static_cast<std::size_t>(report.listed)];
    if (line != nullptr) report.service = named_service(publication_, line->service);
    if (!printed.empty()) return doubt_own(report, printed, line);
    if (!report.service.empty()) return;
    if (line != nullptr && !line->service.empty()) return doubt_line(report.listed);
    doubt_own(report, printed, nullptr);
  }

 private:
  // What the list says instead is told, with its place.
  void doubt_own(const EffectReport& report, const std::string& printed,
                 const SubsidisedOffice* line) {
    const auto source = static_cast<std::size_t>(report.source);
    const SourceCell cell =
        cell_of(report.source, report.row, publication_.sources[source].report->service);
    if (cell.column < 0) return;
    const bool listed = line != nullptr && !report.service.empty();
    effects_.doubts.push_back({.kind = Doubt::service,
                               .cell = cell,
                               .other = listed ? line_cell(*line) : SourceCell{},
                               .text = printed,
                               .expected = listed ? report.service : probably(printed)});
  }

  void doubt_line(int at) {
    const SubsidisedOffice& line = effects_.offices[static_cast<std::size_t>(at)];
    if (told_.insert(at).second)
      effects_.doubts.push_back({.kind = Doubt::service,
                                 .cell = line_cell(line),
                                 .text = line.service,
                                 .expected = probably(line.service)});
  }

  SourceCell line_cell(const SubsidisedOffice& line) const {
    const auto source = static_cast<std::size_t>(line.source);
    return cell_of(line.source, line.row, publication_.sources[source].office_list->service);
  }

  SourceCell cell_of(int source, int row, const std::string& heading) const {
    const Table& table = publication_.tables[static_cast<std::size_t>(source)];
    return {source, row, heading.empty() ? -1 : table.column(heading).value_or(-1)};
  }

  const Publication& publication_;
  EffectReports& effects_;
  std::set<int> told_;  ///< lines of the list
};

}  // namespace

std::string named_service(const Publication& publication, std::string_view cell) {
  const std::string plain = tight_text(cell);
  if (plain.empty()) return {};
  if (std::string own = own_label(publication, plain); !own.empty()) return own;
  if (const ServiceType* national = service_called(plain)) return std::string(national->name);
  return name_before_brackets(plain);
}

void read_report_services(const Publication& publication, Measured& measured) {
  Services services(publication, measured.effects);
  for (EffectReport& report : measured.effects.reports)
    if (!report.is_test && !report.superseded) services.read(report);
}

}  // namespace yokoten
