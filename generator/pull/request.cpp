#include "pull/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "pull/inside.h"
#include "pull/late_curl.h"

namespace yokoten {
namespace {

struct UrlEnd {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, UrlEnd>;

// Other schemes are taken apart too, so that a message can name them.
Url parsed(const std::string& text) {
  Url url(curl_url());
  const CURLUcode result =
      curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME);
  return result == CURLUE_OK ? std::move(url) : nullptr;
}

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (!url || curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
  std::string out = text;
  curl_free(text);
  return out;
}

// Of an IPv6 address.
std::string without_brackets(const std::string& host) {
  return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

std::string host_part(const Url& url) {
  return without_brackets(lower_ascii(part(url, CURLUPART_HOST)));
}

Fault environment_fault(const std::string& name, bool is_set) {
  const std::string ja = is_set ? "に改行などがあり、ヘッダーにできません"
                                : "がありません。値を入れてから実行してください";
  const std::string en = is_set ? " holds control characters" : " is not set";
  return {"pull.environment", {"環境変数" + name + ja, "the environment variable " + name + en}};
}

}  // namespace

bool is_header_value(const std::string& value) {
  return std::all_of(value.begin(), value.end(), [](char letter) {
    return static_cast<unsigned char>(letter) >= ' ' && letter != '\x7f';
  });
}

std::optional<Fault> prepare(const Source& source, const Environment& environment,
                             const std::string& url, Request& request) {
  constexpr std::string_view marker = "env:";
  request.url = url;
  request.insecure = source.pull.insecure;
  request.any_content = source.pull.any_content;
  request.allow_hosts = source.pull.allow_hosts;
  request.limits = source.pull.limits;
  request.headers_for = origin_of(url);
  request.headers.clear();
  for (const auto& [name, value] : source.pull.headers) {
    if (!value.starts_with(marker)) {
      request.headers.emplace_back(name, value);
      continue;
    }
    const std::string variable = value.substr(marker.size());
    const auto secret = environment(variable);
    if (!secret || !is_header_value(*secret))
      return environment_fault(variable, secret.has_value());
    request.headers.emplace_back(name, *secret);
    request.secrets.add(*secret);
  }
  return std::nullopt;
}

std::string origin_of(const std::string& url) {
  const Url parts = parsed(url);
  if (!parts) return {};
  return scheme_of(url) + "://" + host_part(parts) + ':' +
         part(parts, CURLUPART_PORT, CURLU_DEFAULT_PORT);
}

std::string scheme_of(const std::string& url) {
  return lower_ascii(part(parsed(url), CURLUPART_SCHEME));
}

std::string host_of(const std::string& url) { return host_part(parsed(url)); }

std::string resolved(const std::string& base, const std::string& reference) {
  Url url = parsed(base);
  if (!url || curl_url_set(url.get(), CURLUPART_URL, reference.c_str(),
                           CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE) != CURLUE_OK)
    return {};
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  return part(url, CURLUPART_URL);
}

bool is_allowed(const Request& request, const std::string& host) {
  return std::any_of(
      request.allow_hosts.begin(), request.allow_hosts.end(),
      [&](const std::string& each) { return without_brackets(lower_ascii(each)) == host; });
}

std::optional<Fault> address_fault(const Request& request, const std::string& url) {
  const Url parts = parsed(url);
  if (!parts)
    return Fault{"pull.address",
                 {"住所として読めません: " + request.secrets.blanked(url),
                  "this is no address: " + request.secrets.blanked(url)}};
  const std::string scheme = scheme_of(url);
  if (scheme != "https" && !(scheme == "http" && request.insecure))
    return Fault{"pull.scheme",
                 {fmt::format("{}:には行きません。https:だけを使います", scheme),
                  fmt::format("{}: is not used, only https:", scheme)}};
  if (!part(parts, CURLUPART_USER).empty() || !part(parts, CURLUPART_PASSWORD).empty())
    return Fault{"pull.address",
                 {"住所に利用者名やパスワードは書けません。headersと環境変数を使ってください",
                  "an address may hold no user or password; use headers and the environment"}};
  const std::string host = host_part(parts);
  // Full-width letters would be another name for this check than for the name server.
  if (std::any_of(host.begin(), host.end(), [](char letter) { return letter < 0; }))
    return Fault{
        "pull.address",
        {"ホスト名は英数字（xn--…の形）で書いてください", "a host is written in ASCII (xn--…)"}};
  const bool is_inside = is_address(host) ? !is_public_text(host) : is_inside_name(host);
  if (!is_inside || is_allowed(request, host)) return std::nullopt;
  return Fault{
      "pull.host",
      {fmt::format("{}は内部の住所です。使ってよければallow_hosts = [\"{}\"]と書いてください", host,
                   host),
       fmt::format("{} is an address inside; if it is meant, say allow_hosts = [\"{}\"]", host,
                   host)}};
}

}  // namespace yokoten
