// The jobs' pages say dates the American way: here they are said as the clinic does. Their own script has the words.
moment.updateLocale("en", {
  longDateFormat: { LT: "HH:mm", LTS: "HH:mm:ss", L: "DD/MM/YYYY", LL: "D MMMM YYYY", LLL: "D MMMM YYYY HH:mm", LLLL: "dddd D MMMM YYYY HH:mm" },
});
