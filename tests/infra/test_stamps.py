from infra.local import stamps


def test_a_fingerprint_changes_with_content_name_and_words(tmp_path):
    folder = tmp_path / "tenants"
    folder.mkdir()
    file = folder / "brand.toml"
    file.write_text("one")
    seen = {stamps.fingerprint([folder]), stamps.fingerprint([folder], "8000")}
    file.write_text("two")
    seen.add(stamps.fingerprint([folder]))
    file.rename(folder / "other.toml")
    seen.add(stamps.fingerprint([folder]))
    assert len(seen) == 4


def test_what_is_made_from_the_inputs_does_not_count(tmp_path):
    (tmp_path / "main.ts").write_text("x")
    before = stamps.fingerprint([tmp_path])
    for made in ("node_modules", "dist", "__pycache__"):
        (tmp_path / made).mkdir()
        (tmp_path / made / "file.js").write_text("y")
    assert stamps.fingerprint([tmp_path]) == before


def test_a_stamp_holds_only_for_its_value(tmp_path):
    stamp = tmp_path / "deep" / "stamp"
    assert not stamps.is_current(stamp, "a")
    stamps.set_stamp(stamp, "a")
    assert stamps.is_current(stamp, "a")
    assert not stamps.is_current(stamp, "b")
