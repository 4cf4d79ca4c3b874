#include "pull/pull.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "model/address.h"
#include "model/pull_lock.h"
#include "model/report.h"
#include "pull/arrivals.h"
#include "pull/errand.h"
#include "pull/landing.h"
#include "pull/postgres.h"

namespace yokoten {
namespace {

/// A file that is to come, for the first of the sources that share it.
struct Trip {
  const Source& source;
  StandingFile standing;
  std::optional<Provenance> before;
  std::optional<AnswerFile> answer;
  std::optional<Errand> errand;
  Pulled pulled;
};

class Puller {
 public:
  Puller(const std::vector<Source>& sources, const PullOptions& options, PullWorld& world,
         Findings& findings)
      : sources_(sources), options_(options), world_(world), findings_(findings) {}

  std::vector<Pulled> run();

 private:
  bool read_lock();
  void write_lock();
  void plan();
  bool share_pins();
  void fetch();
  void settle();
  void report_unpinned();
  void send(Trip& trip);
  QueryFile query_of(const Source& source);
  Pulled outcome(const Source& source);

  const std::vector<Source>& sources_;
  const PullOptions& options_;
  PullWorld& world_;
  Findings& findings_;
  std::string lock_path() const { return options_.folder + "/pull.lock"; }

  std::deque<Trip> trips_;  // errands keep references
  std::map<std::string, Trip*> by_file_;
  std::vector<Request> requests_;
  std::vector<Trip*> asked_;  // for the request at the same position
  PullLock as_read_;          // of pull.lock
  PullLock lock_;  // the same, with what sources of one file share; what comes is pinned here
  bool has_lock_ = false;
  Arrivals arrivals_{world_.disk};
  Landing landing_{options_, world_, lock_, arrivals_, findings_};
};

bool is_pulled(const Source& source) {
  const auto address = parse_address(source.url);
  return address && address->kind != AddressKind::file;
}

// The service of a PostgreSQL server; nothing for what libcurl fetches.
std::optional<std::string> postgres_service(const Source& source) {
  const auto address = parse_address(source.url);
  if (!address || address->kind != AddressKind::postgres) return std::nullopt;
  return address->id;
}

QueryFile Puller::query_of(const Source& source) {
  if (source.query.file.empty()) return {};
  const std::string path = options_.folder + '/' + source.query.file;
  return {path, world_.disk.read(path)};
}

bool Puller::read_lock() {
  const auto bytes = world_.disk.read(lock_path());
  if (!bytes) return !report_unread(world_.disk, findings_);
  auto lock = yokoten::read_lock(*bytes, lock_path(), findings_);
  has_lock_ = true;
  if (lock) as_read_ = lock_ = std::move(*lock);
  return lock.has_value();
}

// What was pinned for sources that are gone goes with them.
void Puller::write_lock() {
  PullLock kept;
  for (const Source& source : sources_)
    if (const auto pinned = lock_.find(source.id); pinned != lock_.end()) kept.insert(*pinned);
  if (!world_.disk.replace(lock_path(), to_toml(kept)))
    report_error(
        findings_, {lock_path(), 0, 0}, "pull.disk",
        {"書けません: " + world_.disk.reason(), "it can't be written: " + world_.disk.reason()});
}

// Sources of one file ask for it alike: the reader of sources.toml sees to that.
void Puller::plan() {
  for (const Source& source : sources_) {
    if (!is_pulled(source) || by_file_.contains(source.file)) continue;
    trips_.push_back({source,
                      standing_file(world_.disk, options_.folder, source, findings_),
                      std::nullopt,
                      std::nullopt,
                      std::nullopt,
                      {}});
    by_file_[source.file] = &trips_.back();
  }
}

// What any of the sources of a file pins holds for the file.
bool Puller::share_pins() {
  bool good = true;
  for (const Source& source : sources_) {
    const auto pinned = as_read_.find(source.id);
    if (!is_pulled(source) || pinned == as_read_.end()) continue;
    const auto [at, is_new] = lock_.emplace(by_file_.at(source.file)->source.id, pinned->second);
    if (at->second == pinned->second || options_.update_lock) continue;
    good = false;
    report_error(findings_, source.place, "pull.locked",
                 {fmt::format("pull.lockには{}のファイルが2通りあります。中身を確かめ、"
                              "--update-lockを付けてください",
                              source.file),
                  fmt::format("pull.lock pins two different files for {}; look at it, then use "
                              "--update-lock",
                              source.file)});
  }
  return good;
}

// The file that is here may only be confirmed where it is the one that the lock wants.
void Puller::send(Trip& trip) {
  const auto pinned = lock_.find(trip.source.id);
  const bool is_pinned_otherwise = pinned != lock_.end() && pinned->second != trip.standing.sha256;
  if (trip.standing.is_sound(trip.source) && !is_pinned_otherwise)
    trip.before = trip.standing.provenance;
  const QueryFile query = query_of(trip.source);
  trip.answer.emplace(options_.check_only ? nullptr : &arrivals_,
                      options_.folder + '/' + trip.source.file, trip.source.pull.limits.bytes);
  if (const auto service = postgres_service(trip.source)) {
    trip.pulled =
        landing_.land(trip.source, trip.standing,
                      ask_postgres(trip.source, *service, query, world_.environment, *trip.answer));
    return;
  }
  trip.errand.emplace(trip.source, world_.environment, world_.fits, trip.before, query,
                      &*trip.answer);
  if (auto request = trip.errand->first()) {
    requests_.push_back(std::move(*request));
    asked_.push_back(&trip);
  } else {
    trip.pulled = landing_.land(trip.source, trip.standing, trip.errand->result());
  }
}

// Files are laid beside their places as they come: not more of them are held in memory than are
// under way.
void Puller::fetch() {
  for (Trip& trip : trips_) send(trip);
  FetchHooks hooks;
  hooks.progress = world_.progress;
  hooks.take = [&](std::size_t index, Response&& response) {
    Trip& trip = *asked_[index];
    auto next = trip.errand->take(std::move(response));
    if (!next) trip.pulled = landing_.land(trip.source, trip.standing, trip.errand->result());
    return next;
  };
  fetch_all(std::move(requests_), world_.environment, hooks);
}

// Until here nothing has changed.
void Puller::settle() {
  for (const std::string& path : arrivals_.settle())
    report_error(
        findings_, {path, 0, 0}, "pull.disk",
        {"書けません: " + world_.disk.reason(), "it can't be written: " + world_.disk.reason()});
}

Pulled Puller::outcome(const Source& source) {
  if (!is_pulled(source)) return {source.id, source.file, PullState::local, 0, 0, {}};
  const Trip& trip = *by_file_.at(source.file);
  Pulled pulled = trip.pulled;
  pulled.id = source.id;
  const auto pinned = lock_.find(trip.source.id);
  if (options_.update_lock && pinned != lock_.end()) lock_[source.id] = pinned->second;
  return pulled;
}

// Where some are pinned, one that is not makes a build that can't be repeated.
void Puller::report_unpinned() {
  if (!has_lock_ || options_.update_lock) return;
  for (const Source& source : sources_)
    if (is_pulled(source) && !as_read_.contains(source.id))
      report_warning(findings_, source.place, "pull.unpinned",
                     {source.id + "はpull.lockにありません。--update-lockで加わります",
                      source.id + " is not in pull.lock; --update-lock adds it"});
}

std::vector<Pulled> Puller::run() {
  std::vector<Pulled> results;
  if (!read_lock()) return results;
  plan();
  if (!share_pins()) return results;
  fetch();
  settle();
  report_unpinned();
  for (const Source& source : sources_) results.push_back(outcome(source));
  if (options_.update_lock && !options_.check_only && !trips_.empty()) write_lock();
  return results;
}

}  // namespace

std::vector<Pulled> pull_sources(const std::vector<Source>& sources, const PullOptions& options,
                                 PullWorld& world, Findings& findings) {
  std::unique_ptr<DiskLock> held;
  if (!options.check_only && std::any_of(sources.begin(), sources.end(), is_pulled)) {
    held = world.disk.lock(options.folder + "/pull.yokoten-lock");
    if (!held) {
      const std::string why = world.disk.reason();
      report_error(findings, {options.folder, 0, 0}, "pull.busy",
                   {why.empty() ? "別のpullが動いています" : "書けません: " + why,
                    why.empty() ? "another pull is at work here" : "it can't be written: " + why});
      return {};
    }
  }
  return Puller(sources, options, world, findings).run();
}

}  // namespace yokoten
