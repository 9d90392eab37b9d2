// What spoils the page must be found: a test that cannot fail holds nothing.

export async function sabotage(opener, faults) {
  const page = await opener.open();
  await page.evaluate(() => {
    document.getElementById("speed").removeAttribute("aria-label");
    document.querySelector(".caveat").style.color = "#bbb";
    document.getElementById("help").style.cssText = "min-height: 0; height: 10px; width: 10px; padding: 0; overflow: hidden";
  });
  const found = (await opener.objections(page)).join("\n");
  for (const rule of ["select-name", "color-contrast"]) faults.expect("sabotage", `axe finds ${rule}`, found.includes(`axe ${rule}`), found);
  const before = faults.all.length;
  await page.evaluate(() => void fetch("https://example.org/").catch(() => {}));
  await page.waitForTimeout(500);
  const noticed = faults.all.splice(before);
  faults.expect("sabotage", "a request is refused or noticed", noticed.length > 0);
}
