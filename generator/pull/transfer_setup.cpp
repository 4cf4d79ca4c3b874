#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <new>

#include "base/text.h"
#include "pull/inside.h"
#include "pull/proxy.h"
#include "pull/transfer.h"

namespace yokoten {
namespace {

constexpr long least_speed = 100;  // bytes a second
constexpr auto longest_connect = std::chrono::seconds(15);

// What is wanted is the same wherever it lies.
bool asks_for_a_form(const std::string& name) {
  const std::string small = lower_ascii(name);
  return small == "accept" || small == "accept-language";
}

}  // namespace

void Transfer::set_options(const Request& request, std::chrono::milliseconds longest) {
  const auto set = [this](auto option, auto value) { curl_easy_setopt(easy_, option, value); };
  set(CURLOPT_URL, url_.c_str());
  set(CURLOPT_PROTOCOLS_STR, request.insecure ? "https,http" : "https");
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_QUICK_EXIT, 1L);  // a name server that does not answer must not hold up the end
  set(CURLOPT_USERAGENT, "Yokoten");
  set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(1, longest.count())));
  set(CURLOPT_CONNECTTIMEOUT_MS,
      static_cast<long>(std::chrono::milliseconds(longest_connect).count()));
  if (request.question) return set_question(request);
  set(CURLOPT_LOW_SPEED_LIMIT, least_speed);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(request.limits.stall_seconds));
}

// A database is silent until its answer is whole; only the time for everything bounds that.
void Transfer::set_question(const Request& request) {
  curl_easy_setopt(easy_, CURLOPT_POSTFIELDSIZE_LARGE,
                   static_cast<curl_off_t>(request.question->text.size()));
  curl_easy_setopt(easy_, CURLOPT_POSTFIELDS, request.question->text.c_str());
}

void Transfer::set_hooks(const Environment& environment) {
  const auto set = [this](auto option, auto value) { curl_easy_setopt(easy_, option, value); };
  set(CURLOPT_ERRORBUFFER, reason_);
  for (const char* name : {"CURL_CA_BUNDLE", "SSL_CERT_FILE"})
    if (const auto bundle = environment(name)) {
      set(CURLOPT_CAINFO, bundle->c_str());
      break;
    }
  set(CURLOPT_HEADERFUNCTION, &Transfer::on_header);
  set(CURLOPT_HEADERDATA, static_cast<void*>(this));
  set(CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_socket);
  set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
  set(CURLOPT_PREREQFUNCTION, &Transfer::on_request);
  set(CURLOPT_PREREQDATA, static_cast<void*>(this));
  // Only the debug function sees bytes that come after the stated length, and how TLS ends.
  set(CURLOPT_VERBOSE, 1L);
  set(CURLOPT_DEBUGFUNCTION, &Transfer::on_debug);
  set(CURLOPT_DEBUGDATA, static_cast<void*>(this));
}

void Transfer::set_headers(const Request& request) {
  const auto add = [this](const std::string& name, const std::string& value) {
    headers_ = curl_slist_append(headers_, (name + ": " + value).c_str());
  };
  if (request.question)
    headers_ = curl_slist_append(headers_, "Expect:");  // asks for no leave to send the query
  else
    add("Accept-Encoding", "gzip");
  if (asks_for_news()) {
    if (!request.etag.empty()) add("If-None-Match", request.etag);
    if (!request.last_modified.empty()) add("If-Modified-Since", request.last_modified);
  }
  // Whoever is redirected to must not learn what was meant for another.
  const bool is_meant = origin_of(url_) == request.headers_for;
  for (const auto& [name, value] : request.headers)
    if (is_meant || (asks_for_a_form(name) && request.secrets.blanked(value) == value))
      add(name, value);
  curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_);
}

// libcurl would read the environment itself; whether addresses are checked must not depend on two
// readings of it.
void Transfer::set_proxy(const Environment& environment) {
  const std::string proxy = proxy_for(scheme_of(url_), host_, environment);
  by_proxy_ = !proxy.empty();
  curl_easy_setopt(easy_, CURLOPT_PROXY, proxy.c_str());
  curl_easy_setopt(easy_, CURLOPT_NOPROXY, "");
  curl_easy_setopt(easy_, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

bool Transfer::may_connect(const sockaddr& address) {
  if (by_proxy_ || is_allowed(request_, host_) || is_public(address)) return true;
  return stop(
      "pull.host",
      {fmt::format("{}は内部の住所につながります。使ってよければallow_hosts = "
                   "[\"{}\"]と書いてください",
                   host_, host_),
       fmt::format("{} leads to an address inside; if it is meant, say allow_hosts = [\"{}\"]",
                   host_, host_)});
}

std::size_t Transfer::on_header(char* bytes, std::size_t one, std::size_t size, void* self) {
  return static_cast<Transfer*>(self)->take_header({bytes, one * size}) ? one * size : 0;
}

// No exception may pass through libcurl.
std::size_t Transfer::on_body(char* bytes, std::size_t one, std::size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  try {
    return transfer.take_body({bytes, one * size}) ? one * size : 0;
  } catch (const std::bad_alloc&) {
    transfer.response_.bytes = {};
    transfer.stop("pull.size",
                  {"大きすぎて、メモリーに入りません", "it is too large for the memory there is"});
    return 0;
  }
}

int Transfer::on_debug(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* self) {
  constexpr std::string_view close_notify("\1\0", 2);  // an alert of TLS, level and description
  auto& transfer = *static_cast<Transfer*>(self);
  if (kind == CURLINFO_DATA_IN) transfer.on_wire_ += static_cast<std::int64_t>(size);
  if (kind == CURLINFO_SSL_DATA_IN && std::string_view(bytes, size) == close_notify)
    transfer.has_farewell_ = true;
  return 0;
}

curl_socket_t Transfer::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
  if (!static_cast<Transfer*>(self)->may_connect(address->addr)) return CURL_SOCKET_BAD;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// A connection may have been opened for another source, which was allowed what this one is not.
int Transfer::on_request(void* self, char* remote, char*, int, int) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (transfer.by_proxy_ || is_allowed(transfer.request_, transfer.host_) || is_public_text(remote))
    return CURL_PREREQFUNC_OK;
  transfer.stop("pull.host", {transfer.host_ + "は内部の住所につながります",
                              transfer.host_ + " leads to an address inside"});
  return CURL_PREREQFUNC_ABORT;
}

}  // namespace yokoten
