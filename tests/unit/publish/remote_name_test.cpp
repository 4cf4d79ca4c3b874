#include "publish/remote_name.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("a remote has a colon before any slash, as rclone reads it") {
  for (const char* name : {"web:", "web:kpi", ":sftp,host=a:x/y", "https://a/b", "web,a='b/c':x"})
    CHECK(is_remote(name));
  for (const char* name : {"www", "./a:b", "/srv/a:b", "a/b:c", "site.zip"})
    CHECK_FALSE(is_remote(name));
}

TEST_CASE("options that hold a secret are found, in quotes too") {
  CHECK(secret_option(":s3,access_key_id=A,secret_access_key=b:c") == "secret_access_key");
  CHECK(secret_option(":ftp,host='a:b,c',pass=\"d:\":e") == "pass");
  CHECK(secret_option("web,Bearer_Token=a:b") == "bearer_token");
  CHECK(secret_option(":b2,account=a,key=b:c") == "key");
  CHECK(secret_option(":webdav,url='https://a:b@example.jp/':x") == "url");
}

TEST_CASE("options that hold none are let through") {
  for (const char* name :
       {"web:pass=x", ":sftp,host=a,user=me,key_file=/home/me/.ssh/id,ask_password=true:x",
        ":s3,access_key_id=A,endpoint='https://s3.example.jp:9000/':b",
        ":webdav,url='https://me@example.jp/dav':x", "www/secret=1"})
    CHECK(secret_option(name).empty());
}
