// Which hosts go by the proxy, and that libcurl, left to itself, would see it the same way.
#include <arpa/inet.h>
#include <curl/curl.h>
#include <doctest/doctest.h>

#include <cstdlib>
#include <cstring>
#include <map>

#include "pull/inside.h"
#include "pull/proxy.h"
#include "pull/request.h"

using namespace yokoten;

namespace {

using Variables = std::map<std::string, std::string>;

constexpr const char* proxy_address = "192.0.2.1";  // nobody has it; nothing is sent to it
const std::string proxy = "http://192.0.2.1:3128";

/// Sets the variables of this process that name proxies, and takes them away again.
struct Surrounded {
  static constexpr const char* names[] = {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY",
                                          "all_proxy",  "ALL_PROXY",  "no_proxy",    "NO_PROXY"};
  explicit Surrounded(const Variables& variables) {
    for (const char* name : names) unsetenv(name);
    for (const auto& [name, value] : variables) setenv(name.c_str(), value.c_str(), 1);
  }
  ~Surrounded() {
    for (const char* name : names) unsetenv(name);
  }
  Surrounded(const Surrounded&) = delete;
  Surrounded& operator=(const Surrounded&) = delete;
};

curl_socket_t look(void* seen, curlsocktype, curl_sockaddr* address) {
  char text[INET6_ADDRSTRLEN] = {};
  if (address->family == AF_INET)
    inet_ntop(AF_INET, &reinterpret_cast<sockaddr_in*>(&address->addr)->sin_addr, text,
              sizeof text);
  if (std::strcmp(text, proxy_address) == 0) *static_cast<bool*>(seen) = true;
  return CURL_SOCKET_BAD;  // nothing is connected to
}

/// Whether libcurl would ask the proxy for `url`, from what it reads in the environment itself.
bool asks_proxy(const std::string& url) {
  bool seen = false;
  CURL* easy = curl_easy_init();
  curl_slist* names = nullptr;
  if (const std::string host = host_of(url); !is_address(host))
    names = curl_slist_append(
        nullptr, (host + (scheme_of(url) == "https" ? ":443" : ":80") + ":198.51.100.1").c_str());
  curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy, CURLOPT_RESOLVE, names);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &look);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &seen);
  curl_easy_perform(easy);
  curl_easy_cleanup(easy);
  curl_slist_free_all(names);
  return seen;
}

/// Whether `url` goes by the proxy; libcurl must see it the same way.
bool is_proxied(const std::string& url, const Variables& variables) {
  const Surrounded surrounded(variables);
  const bool is = !proxy_for(scheme_of(url), host_of(url), process_environment()).empty();
  CHECK_MESSAGE(asks_proxy(url) == is, url);
  return is;
}

bool is_excepted(const std::string& host, const std::string& no_proxy) {
  return !is_proxied("https://" + host + "/", {{"https_proxy", proxy}, {"no_proxy", no_proxy}});
}

}  // namespace

TEST_CASE("a name in no_proxy stands for itself and all below it") {
  for (const char* host :
       {"example.jp", "www.example.jp", "a.b.example.jp", "EXAMPLE.jp", "example.jp."})
    for (const char* list :
         {"example.jp", ".example.jp", "Example.JP", "example.jp.", "other.jp,example.jp",
          "other.jp, example.jp", "other.jp,,example.jp", " example.jp ", "other.jp example.jp"})
      CHECK_MESSAGE(is_excepted(host, list), host << " in " << list);
}

TEST_CASE("another name than those of no_proxy goes by the proxy") {
  for (const char* list : {"example.jp", ".example.jp", "www.example.jp", "", ",", ".", "/", "*.jp",
                           "notexample.jp.other.jp"})
    CHECK_MESSAGE(!is_excepted("notexample.jp", list), list);
}

TEST_CASE("a star alone excepts everything, and is nothing among others or in front of a name") {
  CHECK(is_excepted("example.jp", "*"));
  CHECK(is_excepted("8.8.8.8", "*"));
  CHECK_FALSE(is_excepted("example.jp", "*,other.jp"));
  CHECK_FALSE(is_excepted("www.example.jp", "*.example.jp"));
}

TEST_CASE("an entry with a port is no host") {
  CHECK_FALSE(is_excepted("example.jp", "example.jp:443"));
  CHECK_FALSE(is_excepted("10.0.0.1", "10.0.0.1:443"));
}

TEST_CASE("a block of IPv4 excepts its addresses, however they are written") {
  CHECK(is_excepted("10.1.2.3", "10.0.0.0/8"));
  CHECK(is_excepted("10.1.2.3", "10.1.2.3"));
  CHECK(is_excepted("10.1.2.3", "10.1.2.3/32"));
  CHECK(is_excepted("172.31.0.1", "example.jp, 172.16.0.0/12"));
  CHECK(is_excepted("0x0a.1.2.3", "10.0.0.0/8"));
  CHECK(is_excepted("167838211", "10.0.0.0/8"));  // 10.1.2.3
}

TEST_CASE("an address beside the block goes by the proxy") {
  CHECK_FALSE(is_excepted("11.0.0.1", "10.0.0.0/8"));
  CHECK_FALSE(is_excepted("172.32.0.1", "172.16.0.0/12"));
  CHECK_FALSE(is_excepted("10.1.2.3", "10.0.0.0/33"));
  CHECK_FALSE(is_excepted("10.1.2.3", "0.0.0.0/0"));
  CHECK_FALSE(is_excepted("10.1.2.3", "10.0.0"));
  CHECK_FALSE(is_excepted("10.1.2.3", "10."));
  CHECK_FALSE(is_excepted("10.1.2.3", ".2.3"));
  CHECK_FALSE(is_excepted("10.1.2.3", "fd00::/8"));
}

TEST_CASE("a name is in no block of addresses, whatever it stands for") {
  CHECK_FALSE(is_excepted("files.example.jp", "198.51.100.0/24"));
}

// libcurl 7.88 of Debian 12 holds an IPv6 host against no_proxy as if it were a name; its manual
// says what is meant, and so do we.
TEST_CASE("a block of IPv6 excepts its addresses") {
  const auto excepted = [](const std::string& host, const std::string& list) {
    const Surrounded surrounded({{"https_proxy", proxy}, {"no_proxy", list}});
    return proxy_for("https", host_of("https://" + host + "/"), process_environment()).empty();
  };
  for (const char* list : {"fd00::/8", "fd12:3456::/32", "fd12:3456:0::1", "fd12:3400::/23"})
    CHECK_MESSAGE(excepted("[fd12:3456::1]", list), list);
  for (const char* list : {"fe00::/8", "fd12:3456::1/129", "[fd12:3456::1]", "10.0.0.0/8",
                           "fd12:3400::/26", "::/0", "1"})
    CHECK_FALSE_MESSAGE(excepted("[fd12:3456::1]", list), list);
}

TEST_CASE("of the variables the own one comes before all_proxy, small letters before capitals") {
  const std::string secure = "https://example.jp/", plain = "http://example.jp/";
  for (const char* name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
    CHECK_MESSAGE(is_proxied(secure, {{name, proxy}}), name);
  for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"})
    CHECK_MESSAGE(is_proxied(plain, {{name, proxy}}), name);
  CHECK_FALSE(is_proxied(secure, {{"http_proxy", proxy}}));
  CHECK_FALSE(is_proxied(plain, {{"https_proxy", proxy}}));
  CHECK_FALSE(is_proxied(plain, {{"HTTP_PROXY", proxy}}));
  CHECK(is_proxied(secure, {{"https_proxy", proxy}, {"HTTPS_PROXY", "http://127.0.0.9:1"}}));
  CHECK(is_proxied(secure, {{"https_proxy", ""}, {"HTTPS_PROXY", proxy}}));
  CHECK(is_proxied(secure, {{"HTTPS_PROXY", proxy}, {"all_proxy", "http://127.0.0.9:1"}}));
  CHECK_FALSE(is_proxied(secure, {}));
}

TEST_CASE("no_proxy in small letters hides the one in capitals, unless it is empty") {
  const Variables both = {
      {"https_proxy", proxy}, {"no_proxy", "other.jp"}, {"NO_PROXY", "example.jp"}};
  CHECK(is_proxied("https://example.jp/", both));
  CHECK_FALSE(is_proxied("https://other.jp/", both));
  CHECK_FALSE(is_proxied("https://example.jp/",
                         {{"https_proxy", proxy}, {"no_proxy", ""}, {"NO_PROXY", "example.jp"}}));
}
