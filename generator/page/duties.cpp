#include "page/duties.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/report.h"

namespace yokoten {
namespace {

bool is_blank(std::string_view text) { return trimmed_text(text).empty(); }

// Headings alone tell nothing.
bool tells_something(std::string_view body) {
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string_view line = trimmed_text(body.substr(0, end));
    if (!line.empty() && !line.starts_with('#')) return true;
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return false;
}

/// What one programme's clause asks for, and where the publication does it.
class OneProgramme {
 public:
  OneProgramme(const Book& book, const BlockPages& blocks, const std::vector<CaseEntry>& entries,
               std::size_t number)
      : book_(book),
        blocks_(blocks),
        entries_(entries),
        programme_(book.publication.programmes[number]),
        number_(number) {}

  std::vector<Duty> all() {
    std::vector<Duty> found;
    for (std::size_t at = 0; at < duty_words.size(); ++at) {
      duty_ = {.programme = number_, .item = static_cast<DutyItem>(at)};
      duty_.binding = is_binding(programme_.clause, duty_.item);
      if (duty_.item == DutyItem::effects && programme_.reports == 0) continue;
      look();
      if (duty_.state == Duty::State::missing && duty_.lacks.ja.empty())
        duty_.state = Duty::State::met;
      waive();
      found.push_back(std::move(duty_));
    }
    return found;
  }

 private:
  void look() {
    switch (duty_.item) {
      case DutyItem::results:
        return look_for_results();
      case DutyItem::visits:
        return look_for_visits();
      case DutyItem::contact:
        return look_for_contact();
      case DutyItem::training:
        return look_for_training();
      case DutyItem::associations:
        return look_for_associations();
      case DutyItem::effects:
        return look_for_effects();
      case DutyItem::good_practice:
        return look_for_cases();
      case DutyItem::sources:
        show("sources",
             {"sources のブロックを置いたページがありません", "no page has a block sources"});
    }
  }

  // The first thing that is missing is told; the others show when it is there.
  void lack(Message message) {
    if (duty_.lacks.ja.empty()) duty_.lacks = std::move(message);
  }

  void show(const char* block, Message otherwise) {
    const auto at = blocks_.find(block);
    if (at == blocks_.end()) return lack(std::move(otherwise));
    const auto is_there = [&](const DutyPlace& each) { return each.path == at->second.path; };
    if (std::none_of(duty_.places.begin(), duty_.places.end(), is_there))
      duty_.places.push_back(at->second);
  }

  std::vector<const ModelProject*> projects() const {
    std::vector<const ModelProject*> found;
    for (const ModelProject& each : book_.publication.projects)
      if (each.programme == programme_.id) found.push_back(&each);
    return found;
  }

  DutyPlace place_of(const ModelProject& project) const {
    const std::string path = "projects/" + project.slug + '/';
    for (const CaseEntry& each : entries_)
      if (each.path == path) return {each.title, path};
    return {project.slug, path};
  }

  Message no_project() const {
    return {"この補助事業のモデル事業のページがありません（projects/、エクセルでは「モデル事業」）",
            "there is no page of a model project of this programme (projects/, モデル事業 in a "
            "workbook)"};
  }

  bool tells_steps(const ModelProject& project) const {
    const auto& pages = book_.publication.pages;
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const auto& each) { return each.file == project.file; });
    return page != pages.end() && tells_something(page->body);
  }

  void look_for_results() {
    const auto all = projects();
    if (all.empty()) return lack(no_project());
    for (const ModelProject* each : all) {
      duty_.places.push_back(place_of(*each));
      if (each->results.empty())
        lack({each->file + " に前と後の数値（results）がありません",
              each->file + " has no figures before and after (results)"});
      if (!tells_steps(*each))
        lack({each->file + " に何をしたか（本文）がありません",
              each->file + " does not tell what was done (its text)"});
    }
  }

  void look_for_visits() {
    for (const ModelProject* each : projects())
      if (each->visit && !is_blank(each->visit->how)) duty_.places.push_back(place_of(*each));
    if (projects().empty())
      lack(no_project());
    else if (duty_.places.empty())
      lack({"見学のしかた（visit の how）を書いたモデル事業がありません",
            "no model project says how to visit it (how under visit)"});
  }

  void look_for_contact() {
    const Contacts& contacts = book_.publication.contacts;
    if (!contacts.centre && !contacts.department)
      return lack(
          {"相談センターも担当課もありません（contacts.toml、エクセルでは「問い合わせ先」）",
           "neither a centre nor a department is named (contacts.toml, 問い合わせ先 in a "
           "workbook)"});
    for (const char* block : {"centre", "department"})
      if (const auto at = blocks_.find(block); at != blocks_.end() && duty_.places.empty())
        duty_.places.push_back(at->second);
    if (duty_.places.empty())
      lack({"centre か department のブロックを置いたページがありません",
            "no page has a block centre or department"});
  }

  void look_for_training() {
    const auto& events = book_.publication.events;
    const Date start{programme_.executed, 4, 1};
    const auto is_own = [&](const Event& each) { return each.programme == programme_.id; };
    const bool old = std::any_of(events.begin(), events.end(), is_own);
    const bool any = std::any_of(events.begin(), events.end(), [&](const Event& each) {
      return is_own(each) && !(each.last < start);
    });
    if (old && !any)
      return lack({fmt::format("この補助事業を指す研修などは、実施した{}年度より前のものだけです",
                               programme_.executed),
                   fmt::format("all training sessions of this programme are of before FY{}, in "
                               "which it was carried out",
                               programme_.executed)});
    if (!any)
      return lack(
          {"この補助事業を指す研修などがありません（events/、エクセルでは「研修・催し」）",
           "there is no training session of this programme (events/, 研修・催し in a workbook)"});
    show("events", {"events のブロックを置いたページがありません", "no page has a block events"});
  }

  void look_for_associations() {
    if (book_.publication.contacts.associations.empty())
      return lack({"ともに広める団体がありません（contacts.toml、エクセルでは「問い合わせ先」）",
                   "no association is named (contacts.toml, 問い合わせ先 in a workbook)"});
    show("associations",
         {"associations のブロックを置いたページがありません", "no page has a block associations"});
  }

  // The first reports are due in the fiscal year behind that of the subsidy.
  void look_for_effects() {
    const auto& reports = book_.measured.effects.reports;
    const bool any = std::any_of(reports.begin(), reports.end(), [&](const EffectReport& each) {
      return each.counts() && each.programme == static_cast<int>(number_);
    });
    if (!any && is_early()) {
      duty_.state = Duty::State::later;
      return lack({fmt::format("最初の報告は{}年度です", programme_.executed + 1),
                   fmt::format("the first reports are due in FY{}", programme_.executed + 1)});
    }
    if (!any)
      return lack(
          {"この補助事業の効果報告がありません", "there are no effect reports of this programme"});
    show("outcomes:service", {"outcomes のブロック（by = \"service\"）を置いたページがありません",
                              "no page has a block outcomes with by = \"service\""});
    show("outcomes:year", {"outcomes のブロック（by = \"year\"）を置いたページがありません",
                           "no page has a block outcomes with by = \"year\""});
  }

  bool is_early() const {
    const auto as_of = parse_period(book_.publication.as_of);
    return as_of && first_day(*as_of) < Date{programme_.executed + 1, 4, 1};
  }

  void look_for_cases() {
    const bool any = std::any_of(entries_.begin(), entries_.end(),
                                 [](const CaseEntry& each) { return !each.is_project; });
    if (!any)
      return lack({"好事例がありません（cases/、エクセルでは「好事例」）",
                   "there is no good practice (cases/, 好事例 in a workbook)"});
    show("cases", {"cases のブロックを置いたページがありません", "no page has a block cases"});
  }

  void waive() {
    for (const Waiver& each : book_.publication.waivers) {
      if (each.programme != programme_.id || each.item != duty_.item) continue;
      duty_.waiver = &each;
      if (duty_.state == Duty::State::missing) duty_.state = Duty::State::waived;
    }
  }

  const Book& book_;
  const BlockPages& blocks_;
  const std::vector<CaseEntry>& entries_;
  const Programme& programme_;
  std::size_t number_;
  Duty duty_;
};

Message named(const Programme& programme, const Duty& duty) {
  const std::string_view word = duty_words[static_cast<std::size_t>(duty.item)];
  return {fmt::format("{}の {}: ", programme.title, word),
          fmt::format("{}, {}: ", programme.id, word)};
}

void report_waiver(const Duty& duty, Findings& findings) {
  if (duty.state == Duty::State::met)
    report_warning(findings, duty.waiver->place, "waiver.met",
                   {"公表されているので、この届けは要りません。消してください",
                    "this is published; the waiver is not needed, remove it"});
  if (duty.state == Duty::State::later)
    report_warning(
        findings, duty.waiver->place, "waiver.later",
        {"まだ時期ではないので、この届けは要りません。消してください（" + duty.lacks.ja + "）",
         "this is not due yet (" + duty.lacks.en + "); remove the waiver"});
}

}  // namespace

std::vector<Duty> duties(const Book& book, const BlockPages& blocks,
                         const std::vector<CaseEntry>& entries) {
  std::vector<Duty> all;
  const auto& programmes = book.publication.programmes;
  for (std::size_t number = 0; number < programmes.size(); ++number) {
    if (programmes[number].clause == Clause::none) continue;
    for (Duty& duty : OneProgramme(book, blocks, entries, number).all())
      all.push_back(std::move(duty));
  }
  return all;
}

void report_duties(const Publication& publication, const std::vector<Duty>& all,
                   Findings& findings) {
  for (const Duty& duty : all) {
    const Programme& programme = publication.programmes[duty.programme];
    const auto [ja, en] = named(programme, duty);
    if (duty.waiver != nullptr) report_waiver(duty, findings);
    if (duty.state == Duty::State::waived)
      add_finding(findings, Level::note, duty.waiver->place, "duty.waived",
                  {ja + "公表しません（" + duty.waiver->reason + "）",
                   en + "not published (" + duty.waiver->reason + ")"});
    if (duty.blocks())
      report_warning(
          findings, programme.place, "duty.missing",
          {ja + duty.lacks.ja +
               "。公表するか、理由を書く（duty."
               "toml、エクセルでは「公表しないもの」）まで publish できません",
           en + duty.lacks.en +
               "; publish it, or give a reason (duty.toml, 公表しないもの in a workbook): "
               "the site can't be published before"});
  }
}

const std::string& duty_title(const Book& book, DutyItem item) {
  return book.word("duty." + std::string(duty_words[static_cast<std::size_t>(item)]));
}

}  // namespace yokoten
