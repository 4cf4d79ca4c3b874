#include "check/projects.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "check/before_after.h"
#include "model/home_area.h"
#include "model/report.h"
#include "model/service_type.h"

namespace yokoten {
namespace {

std::string shown(std::int64_t number) { return to_shown({number, 0}); }

const Programme* programme_of(const Publication& publication, const ModelProject& project) {
  for (const Programme& each : publication.programmes)
    if (each.id == project.programme) return &each;
  return nullptr;
}

/// One project against its programme.
class OneProject {
 public:
  OneProject(const Subject& subject, const ModelProject& project, const Programme& programme)
      : subject_(subject), project_(project), programme_(programme) {}

  void check() const {
    if (programme_.clause == Clause::none)
      return subject_.error(
          project_.programme_place, "project.clause",
          {fmt::format("補助事業 {} に clause がありません。programmes.toml に clause と budget "
                       "を書いてください",
                       programme_.id),
           fmt::format("the programme {} has no clause; write clause and budget in programmes.toml",
                       programme_.id)});
    check_costs();
    if (programme_.clause == Clause::data_link) check_group();
    if (programme_.clause == Clause::model_region) check_visit();
    check_contact();
  }

 private:
  void check_costs() const {
    const auto limits = limits_of(programme_.clause, programme_.budget);
    if (!limits)
      return subject_.warning(
          project_.yen_place, "project.limits",
          {fmt::format(
               "{}年度予算の上限を知らないので、費用を比べていません。人の目で確かめてください",
               programme_.budget),
           fmt::format("the limits of the budget of {} are unknown; compare the cost by hand",
                       programme_.budget)});
    check_cost(*limits);
    if (limits->terminal)
      for (const ProjectOffice& office : project_.offices)
        check_terminal(office, *limits->terminal);
  }

  void check_cost(const ClauseLimits& limits) const {
    if (!project_.yen) return;
    if (*project_.yen > limits.model)
      subject_.error(
          project_.yen_place, "project.cost",
          {fmt::format("費用 {}円が1モデルの上限 {}円を超えています。桁を確かめ、補助の対象とした"
                       "費用だけを書いてください",
                       shown(*project_.yen), shown(limits.model)),
           fmt::format("the cost of {} yen exceeds the limit of {} yen a model; check the digits, "
                       "and write only what was charged to the programme",
                       shown(*project_.yen), shown(limits.model))});
    if (project_.terminals_yen() > *project_.yen)
      subject_.error(
          project_.yen_place, "project.cost",
          {fmt::format("端末の費用の合計 {}円が費用 {}円を超えています。どちらかを直してください",
                       shown(project_.terminals_yen()), shown(*project_.yen)),
           fmt::format("all terminals cost {} yen, more than the project's {} yen; "
                       "correct one of them",
                       shown(project_.terminals_yen()), shown(*project_.yen))});
  }

  void check_terminal(const ProjectOffice& office, std::int64_t limit) const {
    if (office.terminal_yen <= limit) return;
    subject_.error(
        office.terminal_place, "project.terminal",
        {fmt::format(
             "端末1台の費用 {}円が上限 {}円を超えています。1台あたりの、補助の対象とした額を"
             "書いてください",
             shown(office.terminal_yen), shown(limit)),
         fmt::format("a terminal costs {} yen, over the limit of {} yen; write what was charged to "
                     "the programme for one terminal",
                     shown(office.terminal_yen), shown(limit))});
  }

  bool has(ServiceRole role) const {
    return std::any_of(project_.offices.begin(), project_.offices.end(), [&](const auto& office) {
      const ServiceType* type = service_type(office.service);
      return type != nullptr && type->role == role;
    });
  }

  void check_group() const {
    if (!has(ServiceRole::care_management))
      subject_.error(project_.offices_place, "project.group",
                     {"グループに居宅介護支援事業所がありません。1つ以上要ります",
                      "the group has no care-management office (居宅介護支援); it needs one"});
    if (!has(ServiceRole::home_service))
      subject_.error(
          project_.offices_place, "project.group",
          {"グループに居宅サービス事業所（訪問介護、通所介護など）がありません。1つ以上要ります",
           "the group has no home-service office (訪問介護, 通所介護 …); it needs one"});
  }

  void check_visit() const {
    if (!project_.visit)
      subject_.error(project_.place, "project.visit",
                     {"モデル施設は見学を受け入れます。visit に how（見学のしかた）か none"
                      "（受け入れない理由）を書いてください",
                      "model facilities receive visitors; write how, or none with the reason, "
                      "under visit"});
    else if (!project_.visit->none.empty())
      subject_.warning(project_.visit_place, "project.visit_none",
                       {"見学を受け入れないとしています。面的支援では見学を受け入れるので、"
                        "受け入れられる事業所がないか確かめてください",
                        "no visitors are received, though this programme asks for it; see whether "
                        "one of the offices can"});
  }

  void check_contact() const {
    if (!project_.contact.empty()) return;
    Message message = {"問い合わせ先がありません。contact に書いてください",
                       "nobody to ask is named; write it under contact"};
    if (programme_.clause == Clause::model_region)
      subject_.error(project_.place, "project.contact", std::move(message));
    else
      subject_.warning(project_.place, "project.contact", std::move(message));
  }

  const Subject& subject_;
  const ModelProject& project_;
  const Programme& programme_;
};

void check_members(const Subject& subject, const ModelProject& project) {
  if (project.offices.empty())
    subject.error(project.offices_place, "project.offices",
                  {"参加した事業所がありません。offices に1つずつ書いてください",
                   "no office took part; write each under offices"});
  for (const ProjectOffice& office : project.offices)
    if (!office.service.empty() && service_type(office.service) == nullptr)
      subject.error(office.service_place, "project.service",
                    with_nearest({fmt::format("サービス「{}」は知られていません", office.service),
                                  fmt::format("there is no service {}", office.service)},
                                 office.service, service_names()));
}

void check_area(const Subject& subject, const ModelProject& project) {
  const auto& [publication, areas, measured, findings, earlier] = subject;
  const int area = areas.by_code(project.area);
  if (area == Areas::none || lies_in_home(home_area(publication, areas), areas, area)) return;
  subject.error(project.area_place, "project.area",
                {fmt::format("{}は{}ではありません。area のコードを確かめてください",
                             areas.at(area).name, publication.prefecture),
                 fmt::format("{} does not lie in {}; check the code under area",
                             areas.at(area).name, publication.prefecture)});
}

void check_results(const Subject& subject, const ModelProject& project) {
  if (!project.results.empty()) return;
  subject.warning(project.place, "project.results",
                  {"前と後の数値がありません。結果が出たら results に書いてください",
                   "there are no figures before and after; write them under results"});
}

// What has not begun has no results.
void check_period(const Subject& subject, const ModelProject& project) {
  const auto limit = parse_period(subject.publication.as_of);
  if (!limit || project.from.kind == PeriodKind::none || project.results.empty() ||
      first_day(project.from) <= last_day(*limit))
    return;
  subject.error(
      project.period_place, "project.future",
      {fmt::format("期間は {} からで、発行物の時点 {} より後ですが、results に前と後の数値が"
                   "あります。期間か as_of を直してください",
                   to_text(project.from), subject.publication.as_of),
       fmt::format("the project begins in {}, after the publication's as_of {}, and has figures "
                   "under results; mend its period or as_of",
                   to_text(project.from), subject.publication.as_of)});
}

/// The projects of one prefecture, programme and budget, which share limits.
struct Together {
  std::vector<const ModelProject*> projects;
  std::int64_t yen = 0;
};

void check_together(const Subject& subject, const ClauseLimits& limits, const Together& together) {
  const auto& projects = together.projects;
  const int count = static_cast<int>(projects.size());
  if (limits.models && count > *limits.models)
    subject.error(projects.back()->programme_place, "project.models",
                  {fmt::format("同じ予算のモデルが{}つあります。1都道府県で{}つまでです。programme "
                               "を確かめてください",
                               count, *limits.models),
                   fmt::format("there are {} models of this budget, {} a prefecture at most; check "
                               "their programme",
                               count, *limits.models)});
  if (limits.all && together.yen > *limits.all)
    subject.error(projects.back()->yen_place, "project.total",
                  {fmt::format("同じ予算の{}つのモデルの費用は合わせて{}円で、1都道府県の上限"
                               "{}円を超えています。費用と programme を確かめてください",
                               count, shown(together.yen), shown(*limits.all)),
                   fmt::format("the {} models of this budget cost {} yen together, over the limit "
                               "of {} yen a prefecture; check their costs and programme",
                               count, shown(together.yen), shown(*limits.all))});
}

void check_budgets(const Subject& subject) {
  std::map<std::tuple<Clause, int, std::string>, Together> budgets;
  for (const ModelProject& project : subject.publication.projects) {
    const Programme* programme = programme_of(subject.publication, project);
    if (programme == nullptr || programme->clause == Clause::none) continue;
    auto& together = budgets[{programme->clause, programme->budget, project.area.substr(0, 2)}];
    together.projects.push_back(&project);
    together.yen += project.yen.value_or(0);
  }
  for (const auto& [key, together] : budgets)
    if (const auto limits = limits_of(std::get<Clause>(key), std::get<int>(key)))
      check_together(subject, *limits, together);
}

std::vector<std::string> programme_ids(const Publication& publication) {
  std::vector<std::string> ids;
  for (const Programme& each : publication.programmes) ids.push_back(each.id);
  return ids;
}

}  // namespace

void check_projects(const Subject& subject) {
  for (const ModelProject& project : subject.publication.projects) {
    check_area(subject, project);
    check_members(subject, project);
    check_results(subject, project);
    check_period(subject, project);
    check_before_after(subject, "project", subject.areas.by_code(project.area), project.results);
    if (const Programme* programme = programme_of(subject.publication, project))
      OneProject(subject, project, *programme).check();
    else if (!project.programme.empty())
      subject.error(
          project.programme_place, "project.programme",
          with_nearest(
              {fmt::format("programmes.toml に {} という補助事業はありません", project.programme),
               fmt::format("programmes.toml has no programme {}", project.programme)},
              project.programme, programme_ids(subject.publication)));
  }
  check_budgets(subject);
}

}  // namespace yokoten
