# role: words. * ends a beginning, _ joins a phrase, ~ tolerates slips.
password: parol* ~parola ~parolei ~parolele aparol* fraza_de_parola fraza_parola fraza_secreta fraza_de_acces cuvant_de_acces cuvantul_de_acces cuvant_secret cuvantul_secret cuvant_de_trecere cheia_wifi cheie_wifi paswordul passwordul passul parula parrola pasvord pasul_de_logare
pin: ~pinul ~pinului pinu pinurile pinuri pin_ul pin_ului codul_pin cod_pin codu_pin codului_pin pincodul pinkod pimul pimu pinnul pinul_cardului passcodul numar_pin numarul_pin pin_codul pinuletul
cvv: cod_de_securitate codul_de_securitate cvvul cvv_ul cvcul cvc_ul cvvu cevevul ceveveul ceveveu ceveceul cvv_uri codul_cvv cod_cvv codul_cvc cod_cvc codul_din_spate cod_din_spate codu_din_spate codul_de_pe_spate cod_de_pe_spate codul_de_securitate_al_cardului codul_cardului cod_card codul_de_pe_card ccvul codul_de_pe_spatele_cardului codul_de_pe_verso cifrele_din_spate cifrele_de_pe_spate cvc2ul
otp: cod_de_securitate codul_de_securitate otp_ul otpul codul_sms cod_sms codu_sms codul_otp cod_otp cod_de_verificare codul_de_verificare cod_de_confirmare codul_de_confirmare cod_confirmare cod_verificare cod_de_autentificare codul_de_autentificare cod_de_logare codul_de_logare cod_de_resetare codul_de_resetare cod_de_recuperare codul_de_recuperare coduri_de_rezerva codurile_de_rezerva cod_de_rezerva codul_de_rezerva cod_de_autorizare codul_de_autorizare cod_de_activare codul_de_activare parola_de_unica_folosinta parola_unica codul_unic cod_unic autentificator* codul_din_mesaj cod_din_mesaj cosul_din_sms cod_acces_sms cheia_de_configurare cheie_de_configurare cheia_secreta codul_temporar cod_temporar codul_din_aplicatia_authenticator
code: ~codul ~codului codu coduri codurile codurilor codule cod codul_meu codulet coodul cdoul codlu kodul codull codulu
card: cardul cardului cardu carduri cardurile cardului_meu cardurilor cartela_bancara card_bancar cardul_bancar numarul_cardului numar_card numarul_de_card numar_de_card nr_card nr_cardului nr_cardu numaru_cardului cardul_meu carte_de_credit carte_bancara
seed: fraza_de_recuperare fraza_seed fraza_de_recuperare_a fraza_mnemonica cuvintele_de_recuperare cuvinte_de_recuperare fraza_de_rezerva cele_12_cuvinte 12_cuvinte 24_cuvinte cuvintele_secrete cheia_privata
sms: smsul sms_ul mesaj mesajul mesaje mesajului sms_uri smsuri sms_u emailul mesaju autentificator* posta
verify: verificar* confirmar* autentificar* autorizar* activar* logare logarii acces accesare accesul resetar* recuperar* intrare intrarii login rezerva inregistrare deblocare unica_folosinta temporar validare securitate logare_in
backside: spate spatele pe_spate din_spate spatele_cardului verso pe_verso in_spate dos dosul_cardului pe_dos din_dos cealalta_parte partea_din_spate de_pe_fata pe_fata_cardului din_fata banda_de_semnatura
app: aplicatie aplicatia aplicatiei aplicatii aplicati aplicatiei_mele app telefon_deblocare deblocare telefonului
arrived: venit vine vin primit primesc primeste ajuns sosit trimis trimite veni o_venit primii primisem
ref: tichet tichetul tichetului tichete ticketul ticketului caz cazul cazului cerere cererea cererii cereri solicitare solicitarea comanda comanda_mea comenzii tranzactie tranzactia tranzactiei tranzactii plata platii plati chitanta chitantei chitante bon bonul bonului factura facturii idul id_ul idului referinta operatie operatia operatiei operatiunea operatiune operatiunii operatiuni sesiunea sesiunii referintei versiunii seriei terminalului documentului petitiei sesizarii reclamatiei transferului sesiune rundei runda contul_nr numarul_contului numar_cont numar_de_cont contul_meu_are cod_client codul_client codul_clientului codul_contului reclamatie reclamatia dosar dosarul dosarului contract contractul contractului transfer transferul numarul_biletului numarul_bonului nr_bonului nr_tichet numar_tichet terminal terminalul depunere_id sesizare sesizarea petitie petitia document documentul numar_de_inregistrare nr_de_inregistrare nr_inregistrare colet coletul awb iban ibanul versiunea versiune serie seria
promo: promotional promotionala promotionale promotionalul promotia promotie promoul bonusul bonusului bonusuri cupon cuponul cuponului voucher voucherul tombola rotiri cadou recomandare recomandarii invitatie invitatiei referal referral reducere concurs campanie_promo fidelitate codul_promo codu_promo promocodul prietenului_invitat afiliere influencer
error: eroare eroarea erori eroarea_nr eroarei
postal: postal postala fiscal fiscala tarii tara swiftul qr_ul barele bare de_bare scanez localitatii orasului judet judetului banca_cod cod_iban cod_swift cod_bic cod_qr codul_qr cod_caen caen
phone: telefon telefonul telefonului numarul_meu numaru_meu numarul_de_telefon numar_de_telefon nr_de_telefon nr_telefon nr_meu mobil mobilul fix numarul_nou sunati sunati_ma suna_ma
money: lei leu leuti bani ban moldovenesti euro dolari dolarei mdl ron ruble grivne sutar mii_lei de_lei puncte jetoane
money-verb: banii banilor depus depunere depunerea depuneri depun depune depuneti alimentat alimentare alimentez retras retragere retragerea retrag retrageri castigat castig castigul castiguri pierdut_bani platit platesc pariat pariez miza mizez mizat suma sumei sold soldul soldului incasat virat transferat cheltuit limita limite limitele scos luat_bani cost costa pretul rulaj rulajul rulat plasat jucat
unit: minute minut minutul minute_in_sir secunde secunda ore ora ceasuri zile zi saptamani saptamana luni luna ani an anul cifre cifra caractere caracter litere litera simboluri semne ori oara incercari incercare procente procent la_suta persoane oameni bucati jocuri meciuri bilete coduri parole pinuri carduri conturi dispozitive telefoane browsere mesaje emailuri campuri cuvinte jumate de_minute de_ore de_zile de_ori spini
time: la pe_la ora ieri azi maine dimineata seara noaptea pana inainte dupa de_la_ora ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie nascut nascuta anul data expira expirarii expirare exp valabil_pana din_anul in_anul
sport: cota cotele cote scor scorul meci meciul meciului minutul minut bilet biletul biletului biletele pariu pariul pariului pariuri cod_pariu codul_biletului ruleta handicap selectie
login: login loginul login_ul loghin utilizator utilizatorul user userul user_ul nume_de_utilizator numele_de_utilizator porecla nick nickname username usernameul cont_id
email: email emailul mail mailul posta adresa_de_email gmail e_mail e_mailul
document: idnp idnpul idnp_ul buletin buletinul buletinului pasaport pasaportul act cnp idno cod_personal codul_personal
part: ultimele_patru ultimele_4 ultimele ultimele_cifre primele primele_6 primele_sase primele_4 se_termina se_termina_in se_termina_cu terminat terminatia cu_terminatia care_se_termina incepe_cu se_incepe finalul ultimii
copula: e este i ii era eram sunt sint fost is ie iera inseamna fi ar_fi a_fost o_fost e_asa este_asta e_asta suna_asa
poss: mea meu mei mele ta tau lui ei lor nostru noastra mru al a ai ale nevestei dvs
neg: nu n nici niciodata fara nam nare neam nuu nicidecum
change: schimb schimba schimbat schimbati schimbati_mi schimb_o schimbe modific modifica modificat modificati pune puneti puneti_mi setez setat setati seteaza inlocuiti inlocuit resetez resetat resetati vreau doresc as_vrea muta pun pus
use: scriu scris scrie introduc introdus pun pus bag bagat tastez tastat folosesc folosit incerc incercat aveam am_pus am_scris am_dat dau dat zis spus spun zic aleg ales tastam bateam bat puneam am_introdus scriam intru_cu introduceam setat setez completez trec memorat vreau
to: in pe la cu din spre
as: ca drept cum
dem: asta aceasta acesta asta_e aia ala acela aceea astea ista aista aiasta uite iata
and: si dar iar sau ori ci da insa apoi deci ca plus s
prep: de la din pe pentru pt ptr lu lui cu in al a ale ai dela dintr despre prin
prep: despre cu pentru legat referitor privind pentru_ca dupa
adj: noua nou noi veche vechi vechea actuala actual curenta temporara temporar prima primul a_doua al_doilea corecta corect buna bun ultima fosta intreaga reala real initial initiala vechiul noul principala aceeasi
owner: cont contul contului email emailul emailului mail mailul mailului site siteul sitului site_ul aplicatie aplicatia aplicatiei card cardul cardului wifi wi_fi retelei retea reteaua internet telefon telefonul sotului sotiei sot sotie frate fratelui frate_miu sora surorii mama mamei tata tatalui tatei prieten prietenului fiului fiicei nevesta nevestei facebook banca cabinet cabinetul portofel portofelului intrare acces logare admin cabinetului personal internet_banking fratemiu soramea
soft: tot doar chiar acum numai simplu exact inca parca cumva cam probabil pur_si_simplu de_fapt adica mereu va_rog vr acuma rog ba asa
wh: ce care cum unde cand cine cat cate cati de_ce dece oare
field: camp campul casuta rubrica rand randul linie
clitic: ul ului u le lea o l mi ti ne va ma se te isi imi iti ii
say: zis spus dat spun zic scris comunicat trimis dictat zisei i_am_zis i_am_dat i_am_spus am_zis am_dat am_spus
ask: trimite trimite_mi trimite_ne trimiteti trimiteti_mi trimiteti_ne spune spune_mi spune_ne spuneti spuneti_mi spuneti_ne da_mi dati_mi dati_ne dicteaza dictati scrie scrie_mi scrie_ne scrieti scrieti_mi comunica comunica_ne comunicati confirma confirmati indica indicati furnizeaza furnizati introdu_aici zi_mi ofera oferiti lasa_mi lasati precizeaza trece_aici
you: ta tau tale tai tine dumneavoastra dvs voastra voastre vostru
number: numar numarul numaru nr no numere
digits: cifre cifra cifrele
stop: eu tu el ea noi voi ei ele imi iti isi ii ne va le mi ti si se ma te o il l i un una unul unei unui niste al ai ale a cel cea cei cele acest aceasta
stop: acesta aceste acestea acel acea acela aia ala astea alea asta asa ce care cum unde cand cine cat cata cati cate orice oricare cineva ceva nimeni nimic
stop: fiecare toti toate tot toata alt alta altul altceva altcineva acelasi aceeasi dar iar sau ori ci ca sa daca fiindca pentru deoarece desi dupa inainte
stop: pana cu fara la pe in din de despre prin spre sub peste langa intre catre contra conform datorita gratie insa totusi deci apoi atunci adica plus nici
stop: nu da ba ok bine mersi multumesc salut buna ziua seara rog scuze pls domnule doamna frate bro am are avem aveti au avea aveam avut sunt sint esti este
stop: e suntem sunteti era erau fi fost fie fiind vei vom veti vor as ar ati pot poti poate putem puteti putea putut vreau vrei vrea vrem vreti vroiam voiam
stop: trebuie trebuia stiu stii stie stim stiti stiam cred crezi crede zice zic zis spune spun spus face fac faci facem faceti facut merge mergea mere mergi
stop: mers intru intra intri intrat vine vin veni venit ajunge ajuns iese iesit dau dai dat pune pun pui pus scrie scriu scris cere cer cerut apare apar
stop: aparut primesc primeste primit accepta acceptat recunoaste recunoscut functioneaza functiona functionat lucreaza lucra merg expira expirat dureaza
stop: durat ramane ramas sta stau lipseste lipsit contine contin incepe incep incepea termina corespunde coincide potriveste potrivesc arata arat vede vad
stop: vezi vazut afla aflat gaseste gasesc gasit pierde pierd pierdut uit uita uitat uitata uitasem schimb schimba schimbat schimbata schimbate schimbam
stop: schimbi resetez reseteaza resetat resetata reset recuperez recupereaza recuperat recuperata sterge sters stearsa blocat blocata blochez blocheaza
stop: deblocat deblocata salvat salvata salvez salveaza memorat memorata tine tin retine retin gresit gresita gresite gresesc greseste corect corecta
stop: corecte incorect incorecta valid valida invalid invalida valabil valabila bun bune rau rea slab slaba slabe puternic puternica tare sigur sigura
stop: nesigur nesigura simplu simpla complicat complicata usor usoara greu grea grele lung lunga scurt scurta nou noua vechi veche vechea actual actuala
stop: curent curenta temporar temporara permanent permanenta initial initiala initiale secret secreta personal personala privat privata acceptata respins
stop: respinsa refuzat refuzata activ activa inactiv inactiva activat activata dezactivat dezactivata expirata compromis compromisa furat furata spart
stop: sparta hackuit necunoscut necunoscuta cunoscut cunoscuta stiut stiuta lipsa gol goala plin plina ascuns ascunsa vizibil vizibila mascat mascata
stop: criptat criptata protejat protejata generat generata setat setata creat creata ales aleasa pusa scrisa introdus introdusa trimis trimisa primita
stop: ceruta acceptabila gasita data folosit folosita folosind identic identica diferit diferita schimbator comun comuna unic unica obligatoriu obligatorie
stop: necesar necesara important importanta disponibil disponibila confirmat confirmata verificat verificata modificat modificata actualizat actualizata
stop: aprobat aprobata anulat anulata refacut imposibil posibil normal normala standard gata terminat terminata perfect perfecta foarte prea mai mult putin
stop: deja inca mereu iarasi totdeauna niciodata acum acuma azi ieri maine alaltaieri dimineata demult recent imediat repede incet uneori des rar aproape
stop: cam chiar doar numai exact oare parca probabil cumva undeva aici acolo jos sus inapoi afara iute degeaba abia aparent evident clar resetare recuperare
stop: schimbare schimbarea modificare verificare confirmare logare autentificare problema probleme eroare erori mesaj mesajul ajutor intrebare raspuns camp
stop: campul casuta formular pagina link linkul litera litere cifra cifre simbol simboluri caracter caractere semn semne majuscula majuscule mare mari mic
stop: mici mica spatiu lungime minim minimum maxim maximum numar numarul nume numele prenume cont contul contului email emailul mail mailul card cardul
stop: cardului telefon telefonul aplicatie aplicatia aplicatiei site situl siteul banca bancii banii bani sms smsul persoana oameni client clientul operator
stop: operatorul suport agent utilizator cainelui pisicii copilului mamei tatei sotiei sotului fratelui prietenului casa acasa lucru zi zile ora ore minut
stop: minute secunda secunde an ani luna luni saptamana oara vorba chestie lucrul lucruri fel tip metoda mod apas apasa apasat incerc incearca incercat
stop: astept asteapta asteptat caut cauta cautat ajuta ajutati multumit vorbesc vorbit sun suna sunat intreb intreba folosesc foloseste aleg alege intelege
stop: inteleg inteles functie functia deschide deschis inchide inchis trece trecut treceam sare cade pica picat ia iau luat lua las lasa lasat baga bag
stop: dracu naiba nasol aiurea ciudat ciudata rusine porcarie prostie
here: mi ne aici imi noua mie nou chat chatul chatului conversatie operatorului noi suport mesaj raspuns
we: noi vom am avem va iti ti sistemul banca vi o_sa sa_ti
which: care ce cum_e
need: nevoie necesar necesara necesita trebuie
modal: poti puteti ati_putea te_rog va_rog rog vreti vrei
place: site siteul site_ul pagina paginii aplicatie aplicatia aplicatiei formular formularul camp campul casuta profil profilul setari setarile cont contul contului logare bancomat terminal ecran ecranul fereastra cabinet browser sectiunea
# endings: a stem followed by /class stands for the stem with each of them
/p: t ta ti te tul
/s: s sa si se
/a: . a i e
/v: ez ezi eaza am ati a at ase asem ai
/e: esc esti este im iti i it ise eai ea eam
/r: . e i em eti a ati am
stop: blocat/a deblocat/a gresit/a schimba/p uita/p pierdu/p reseta/p modifica/p salva/p sterg/v sters/a accepta/p respins/a refuza/p ceru/p folosi/p primi/p trimis/a scris/a introdus/a ales/a inchis/a deschis/a expira/p activa/p dezactiva/p valida/p invalida/p confirma/p verifica/p genera/p seta/p crea/p fura/p spart/a hackui/p compromis/a pastra/p memora/p retinu/p nota/p ascuns/a masca/p cripta/p proteja/p refacu/p facu/p reinnoi/p actualiza/p anula/p aproba/p suspenda/p limita/p restrictiona/p inregistra/p loga/p conecta/p deconecta/p asocia/p lega/p stabili/p defini/p impus/a cunoscu/p necunoscu/p stiu/p nestiu/p vazu/p citi/p auzi/p gasi/p negasi/p cauta/p recupera/p nerecupera/p restaura/p resuscita/p repeta/p copia/p lipi/p tasta/p bagat/a inlocui/p corecta/p corectat/a corect/a incorect/a exact/a inexact/a complet/a incomplet/a valid/a invalid/a valabil/a nevalabil/a bun/a rau/a slab/a puternic/a sigur/a nesigur/a simplu/a simpl/a complicat/a complex/a usor/a usoara/s greu/a grea/s lung/a scurt/a nou/a vechi/a veche/s vechea/s actual/a curent/a temporar/a permanent/a initial/a secret/a personal/a privat/a public/a comun/a unic/a identic/a diferit/a similar/a asemanator/a acelasi/s obligatori/a necesar/a important/a disponibil/a indisponibil/a imposibil/a posibil/a normal/a anormal/a perfect/a rapid/a lent/a mare/s mari/s mic/a minuscul/a majuscul/a numeric/a alfabetic/a latin/a chirilic/a rus/a romanesc/s engleza/s engleze/s ciudat/a dubios/s dubioasa/s banal/a evident/a clar/a ilizibil/a vizibil/a invizibil/a gol/s goala/s plin/a mort/a viu/s vie/s tampit/a prost/a idiot/a naspa/s nasol/a enervant/a frustrant/a inutil/a util/a inacceptabil/a acceptabil/a absurd/a standard/s implicit/a automat/a manual/a aleatori/a primar/a principal/a secundar/a suplimentar/a recent/a precedent/a anterior/a urmator/s urmatoare/s trecut/a viitor/s propriu/s proprie/s strain/a definitiv/a singur/a intreg/s intreaga/s gata/s pregatit/a intact/a stricat/a defect/a functional/a nefunctional/a activ/a inactiv/a
stop: function/v lucr/v incerc/v astept/v verific/v schimb/v reset/v modific/v accept/v salv/v introduc/r scri/r pun/r spun/r cer/r zic/r fac/r merg/r intr/v trimit/r primesc/r primeste primesti prim/e folos/e gas/e expir/v mearg mergeti mergem respinge resping permite permit dureaza ramane exista contin/r incep/r apare apar dispare recunoaste recunosc potriv/e corespunde corespund coincid/r citeste citesc arata vede vad pierde uit/v memor/v tin/r gresesc greseste blocheaza deblocheaza recup/e recuper/v confirm/v valid/v gener/v cre/v activ/v logh/e logh/v log/v conect/v sun/v raspund/r rezolv/v ajut/v explic/v intreb/v cred/r inteleg/r stiu stim stiti vreau doresc incep termin/v copi/v tast/v apas/v apes/v complet/v inlocui/r actualiz/v fur/v sparg/r hackui/r ghic/e afl/v dau dati dam luati iau ia vorb/e joc joaca depun retrag platesc
stop: casuta butonul butonului buton meniu meniul setari setarile profil profilul contul contului cardului telefonului calculator calculatorul laptop laptopul browser browserul aplicatiei internetul retea conexiune versiune update reinstalare instalare dispozitiv dispozitivul tableta ecran ecranul tastatura litera literele cifrele semnele simbolurile caracterele lungimea cerinta cerinte cerintele regula reguli regulile conditii conditiile criterii format formatul pas pasul pasii instructiuni solutie solutia ajutorul sprijin suportul asistenta oamenii lumea nimanui altuia altora cuiva hotii hotul hackerii escrocii escroc politia pariuri joc jocul jocuri jocului bonus banca bancii atm bancomat bancomatul termen termenul perioada momentul moment clipa saptamani luni sambata duminica marti miercuri joi vineri vacanta concediu dat dupa_masa niciunul niciuna niciun nicio vreun vreo careva oricui oriunde oricum altfel astfel atata atat atatea cativa cateva destul suficient suficienta prea foarte extrem complet total absolut practic teoretic sincer serios efectiv pur simplu deloc degraba curand tarziu devreme mereu permanent constant periodic zilnic saptamanal lunar anual brusc subit automat manual separat impreuna inclusiv exclusiv special mai_mult vezi uite iata hai haideti of vai mda aha bun_venit pzdc nafiga pls plz pliz merci mersi multumesc
tails: eaza ieste oiesc uiesc esti ind and uiti ului iilor elor tiunea tiune tie abila ibila abil ibil oasa aseste
simple: simpla usoara simplu banala scurta litere cuvant cifre
stop: interzis/a permis/a tableta tabletei calculatorul laptopul telefonului iphoneul
quantity: cand cat cata cati cate la_ce_ora ce_data in_ce_zi
ask: spui dai trimiti scrii comunici confirmi dictezi spuneti dati furnizezi indici oferi pui lasi zici
you: ai aveti ati
postal: prefix prefixul valutei
thing: international valuta moneda produs produsului articol articolului civil penal rutier muncii art culoare culorii sucursalei filialei magazinului magazin interfon bloc blocului scara zbor zborului client clientului clientul jucator jucatorului agent agentului agentie agentiei eveniment evenimentul evenimentului masa mesei sala salii punct punctului joc jocului
ref: casa_de_pariuri terminalului cec cecul cecului bonu chitantei bilet_nr numar_client cod_jucator codul_jucatorului cod_agent
otp: parola_din_sms parola_din_mesaj parola_sms parola_primita_pe_sms cifrele_din_sms numerele_din_sms cifrele_din_mesaj codul_de_6_cifre codul_din_6_cifre cod_de_6_cifre cod_din_6_cifre codul_de_sase_cifre 3ds codul_3ds cod_3ds codul_de_retragere_din_sms cod_validare codul_de_validare cod_de_validare codul_de_inregistrare cod_de_inregistrare cod_autorizare cod_logare cod_resetare cod_activare cod_autentificare codul_primit codu_primit cod_primit codul_venit codul_de_pe_telefon codul_de_pe_email codul_de_pe_mail codul_din_mail codul_din_email cod_unica_folosinta codul_de_siguranta cod_de_siguranta token tokenul tokenu verificarea_in_doi_pasi
cvv: codul_de_3_cifre cod_de_3_cifre codul_din_3_cifre codul_de_trei_cifre cod_din_3_cifre codul_de_siguranta cod_de_siguranta numarul_din_spate numarul_de_pe_spate numerele_din_spate numerele_de_pe_spate cifrele_de_pe_verso codul_secret_de_pe_card codul_de_pe_dos codul_de_verificare_al_cardului codul_de_securitate_de_pe_card
pin: cod_secret codul_secret codu_secret parola_cardului parola_de_la_card parola_card codul_de_la_card codu_de_la_card cod_de_la_card numar_secret numarul_secret codul_de_deblocare cod_de_deblocare codul_ecranului codul_de_blocare codul_aplicatiei cod_aplicatie codul_de_la_aplicatie codu_de_la_aplicatie codul_de_acces_in_aplicatie codul_de_intrare_in_aplicatie cod_intrare_aplicatie cod_de_4_cifre codul_de_4_cifre codul_din_4_cifre codul_de_patru_cifre
backside: in_spatele_cardului partea_cealalta din_partea_din_spate
sms: notificare notificarea notificari push viber whatsapp telegram
arrived: primit_am mi_a_venit mi_o_venit ati_trimis a_aparut apare arata generat
money: leuti
error: pe_ecran pe_ecranul
spelling: litera majuscula majuscule mari mici minuscule legat impreuna litere
stop: nustiu numerge nuintra nuvine mai_sus
verify: conectare conectez conectat credentiale credentialele combinatia
owner: bunicii bunicului verisoarei varului sefului colegului colegei vecinului prietenei copilului copiilor parintilor nepotului matusii unchiului cumnatului cumnatei soacrei socrului
stop: blestemat/a afurisit/a nenorocit/a jegos/a
photo: poza pozele fotografie fotografia foto imagine imaginea copie scanare selfie
cond: daca cand in_caz in_cazul
amex: amexul amexului
wallet: portofel portofelul portofelului crypto usdt
seed: cele_douasprezece_cuvinte cuvintele_portofelului cuvintele_de_la_portofel cuvintele_de_rezerva cuvinte_secrete cele_24_cuvinte fraza_portofelului
verify: intru intri intra loghez logam deblochez
agreeing: a e i ui lor
wrong: gresit* incorect* invalid* eronat*
simple: numele nume porecla cuvantul orasul data_nasterii prenumele
soft: ori fie
app: bancomat bancomatul bancomatului
arrived: scrie zice
backside: banda_de_semnatura_pe_spate
stop: doriti doresti doreste alegeti introduceti
backside: semnatura semnaturii semnaturi
arrived: scria zicea
say: spune_le
sms: mesajul_primit
stop: folositi intrebati
you: folositi aveti_voi
password: passul passu pasu
pin: cifru cifrul cifrul_secret cifrul_cardului cifrul_de_la_card
backside: banda_magnetica magnetica
sms: robot robotul robotului apel apelul
say: dictat dicta dicteaza
password: пароала парола пароля
pin: пинул пинулуй
code: кодул кодулуй
card: кардул кардулуй
poss: меу мя меа ноу
copula: есте адикэ adica
neg: ну
sms: месаж месажул
soft: probabil poate
simple: data dat_nasterii
ask: introdu_aici introduceti_aici tastati_aici completati_aici
genitives: ei ului ilor elor
password: fraza_mea_de_acces fraza_mea_secreta
simple: fraza propozitia litera_cu_litera
owner: insta instagram steam discord tiktok viber telegram whatsapp netflix
verify: confirmre verficare verificre confrimare autentficare
wrong: expir* refuz* respins*
use: apas apasat
digits: numere numerele
stop: sfarsitul ultimul
verify: deschid* debloche* intrarea
say: trimit trimite_voi scriu dictez
owner: conturi conturile
place: conturi conturile
password: secretul_meu cheia_de_la_cont cheia_contului
verify: logati loga
adj: jumatate jumatatea jumatati
spelling: jumatate jumatatea jumatati
use: folosind utilizand introducand tastand
password: cuvantul_de_intrare cuvant_de_intrare cuvantul_de_acces cuvant_de_acces cuvantul_de_logare cuvantul_cheie parolica parolita
pin: combinatia_cardului combinatia_de_la_card combinatia_de_pe_card combinatia_aplicatiei
cvv: cifrele_din_spate cifrele_de_pe_spate cifrele_de_pe_spatele_cardului cele_trei_cifre_din_spate
pin: cele_patru_cifre_de_la_card cele_4_cifre_de_la_card
spelling: litera_mare litere_mari litera_mica litere_mici
