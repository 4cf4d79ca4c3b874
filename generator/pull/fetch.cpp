#include "pull/fetch.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <list>
#include <memory>
#include <random>

#include "pull/late_curl.h"
#include "pull/transfer.h"

namespace yokoten {
namespace {

namespace chrono = std::chrono;
using Moment = chrono::steady_clock::time_point;

constexpr std::size_t most_at_once = 8, most_of_a_host = 2;
constexpr int most_redirects = 5;
constexpr chrono::milliseconds first_wait(1000), longest_wait(60'000);
constexpr chrono::milliseconds between_looks(200);

/// One place of the list: a request with its redirects and tries.
struct Visit {
  std::size_t index = 0;
  Request request;
  std::string url, host;  ///< of the next exchange
  int redirects = 0, tries = 0;
  std::optional<Moment> deadline;  ///< from the first exchange on
  Moment next;                     ///< not before
  std::unique_ptr<Transfer> transfer;

  void go_to(const std::string& address) {
    url = address;
    host = host_of(address);
  }
};

class Fetcher {
 public:
  Fetcher(const Environment& environment, const FetchHooks& hooks)
      : environment_(environment), hooks_(hooks), multi_(curl_multi_init()) {}
  ~Fetcher() {
    for (Visit& visit : visits_) stop(visit);
    curl_multi_cleanup(multi_);
  }
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  void run(std::vector<Request> requests);

 private:
  void start_due();
  bool may_start(const Visit& visit) const;
  void start(Visit& visit);
  void stop(Visit& visit);
  void take_ended();
  void take(Visit& visit, Answer answer);
  void redirect(Visit& visit, const std::string& url);
  bool waits_for_another_try(Visit& visit, const Answer& answer);
  void end(Visit& visit, Response response);
  void fail(Visit& visit, Fault fault);
  void wait() const;
  void show() const;

  const Environment& environment_;
  const FetchHooks& hooks_;
  CURLM* multi_;
  std::list<Visit> visits_;
  std::size_t all_ = 0, done_ = 0;
  std::int64_t ended_bytes_ = 0;
  std::minstd_rand dice_{std::random_device{}()};
};

void Fetcher::stop(Visit& visit) {
  if (!visit.transfer) return;
  curl_multi_remove_handle(multi_, visit.transfer->handle());
  ended_bytes_ += visit.transfer->received();
  visit.transfer.reset();
}

bool Fetcher::may_start(const Visit& visit) const {
  if (visit.transfer || visit.next > chrono::steady_clock::now()) return false;
  std::size_t running = 0;
  std::size_t same_host = 0;
  for (const Visit& other : visits_) {
    if (!other.transfer) continue;
    ++running;
    if (other.host == visit.host) ++same_host;
  }
  return running < most_at_once && same_host < most_of_a_host;
}

void Fetcher::start(Visit& visit) {
  const Moment now = chrono::steady_clock::now();
  if (!visit.deadline) visit.deadline = now + chrono::seconds(visit.request.limits.seconds);
  const auto left = chrono::duration_cast<chrono::milliseconds>(*visit.deadline - now);
  visit.transfer = std::make_unique<Transfer>(visit.request, visit.url, left, environment_);
  curl_easy_setopt(visit.transfer->handle(), CURLOPT_PRIVATE, static_cast<void*>(&visit));
  curl_multi_add_handle(multi_, visit.transfer->handle());
}

void Fetcher::start_due() {
  for (auto at = visits_.begin(); at != visits_.end();) {
    Visit& visit = *at++;  // a refused one leaves the list
    if (!may_start(visit)) continue;
    if (const auto fault = address_fault(visit.request, visit.url))
      fail(visit, *fault);
    else
      start(visit);
  }
}

void Fetcher::fail(Visit& visit, Fault fault) {
  Response response;
  response.url = visit.url;
  response.fault = std::move(fault);
  end(visit, std::move(response));
}

void Fetcher::end(Visit& visit, Response response) {
  auto next = hooks_.take(visit.index, std::move(response));
  if (next) {
    visit.go_to(next->url);
    visit.request = std::move(*next);
    visit.redirects = visit.tries = 0;
    return;
  }
  ++done_;
  visits_.remove_if([&](const Visit& each) { return &each == &visit; });
}

void Fetcher::redirect(Visit& visit, const std::string& url) {
  if (++visit.redirects > most_redirects)
    return fail(visit, {"pull.redirect",
                        {fmt::format("転送が{}回を超えました", most_redirects),
                         fmt::format("more than {} redirects", most_redirects)}});
  visit.go_to(url);
}

// Half to one and a half of a wait that doubles, so that many clients don't come back together.
bool Fetcher::waits_for_another_try(Visit& visit, const Answer& answer) {
  if (!answer.may_pass || ++visit.tries >= visit.request.limits.tries) return false;
  const auto doubled = std::min(longest_wait, first_wait * (1 << std::min(visit.tries - 1, 16)));
  const auto spread = std::uniform_int_distribution<std::int64_t>(50, 150)(dice_);
  chrono::milliseconds wait = doubled * spread / 100;
  wait = std::max<chrono::milliseconds>(wait, chrono::seconds(answer.wait_seconds));
  visit.next = chrono::steady_clock::now() + wait;
  // A server that wants more time than there is gets no further visit.
  return visit.next < *visit.deadline;
}

void Fetcher::take(Visit& visit, Answer answer) {
  stop(visit);
  if (!answer.redirect.empty()) return redirect(visit, answer.redirect);
  if (answer.response.fault && waits_for_another_try(visit, answer)) return;
  end(visit, std::move(answer.response));
}

void Fetcher::take_ended() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    void* visit = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &visit);
    Visit& ended = *static_cast<Visit*>(visit);
    take(ended, ended.transfer->answer(message->data.result));
  }
}

void Fetcher::wait() const {
  if (visits_.empty()) return;
  auto longest = between_looks;
  const Moment now = chrono::steady_clock::now();
  for (const Visit& visit : visits_)
    if (!visit.transfer && visit.next > now)
      longest = std::min(longest, chrono::ceil<chrono::milliseconds>(visit.next - now));
  curl_multi_poll(multi_, nullptr, 0, static_cast<int>(longest.count()), nullptr);
}

void Fetcher::show() const {
  if (!hooks_.progress) return;
  FetchState state{done_, all_, ended_bytes_};
  for (const Visit& visit : visits_)
    if (visit.transfer) state.bytes += visit.transfer->received();
  hooks_.progress(state);
}

void Fetcher::run(std::vector<Request> requests) {
  all_ = requests.size();
  for (std::size_t index = 0; index < requests.size(); ++index) {
    Visit& visit = visits_.emplace_back();
    visit.index = index;
    visit.go_to(requests[index].url);
    visit.request = std::move(requests[index]);
  }
  while (!visits_.empty()) {
    start_due();
    int running = 0;
    curl_multi_perform(multi_, &running);
    take_ended();
    show();
    if (std::none_of(visits_.begin(), visits_.end(),
                     [this](const Visit& visit) { return may_start(visit); }))
      wait();
  }
}

}  // namespace

void fetch_all(std::vector<Request> requests, const Environment& environment,
               const FetchHooks& hooks) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(ready);
  Fetcher(environment, hooks).run(std::move(requests));
}

}  // namespace yokoten
