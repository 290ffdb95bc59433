# role: words. * ends a beginning, _ joins a phrase, ~ tolerates slips.
password: ~password ~passwords pass passwd paswd pwd pw passw psw pword passwort passkey pass_phrase passphrase passphrases pass_word login_password pasword passwrd pssword paswort passcode_phrase secret_word secret_phrase user_pass wifi_key password*
pin: pin pins pincode pin_code pin_number pin_no pincodes ~pincode passcode passcodes ~passcode pass_code pim pni pincod app_pin card_pin atm_pin pin_cod pinn
cvv: cvv cvc cvv2 cvc2 cvvs cvcs cvv_code cvc_code cvv_number cvc_number cvvv ccv ccv2 csc cvvc security_digits security_code card_security_code card_verification_code cv2 cvn cid_code back_code code_on_the_back code_on_back code_from_the_back card_code cvw cvb vcc cvs_code cwv
otp: security_code otp otps totp 2fa one_time_password one_time_code one_time_pass onetime_password onetime_code tan 2fa_code two_factor two_factor_code mfa mfa_code authenticator authenticator_code google_authenticator verification_code confirmation_code authorisation_code authorization_code sms_code login_code sign_in_code signin_code auth_code reset_code backup_code backup_codes recovery_code recovery_codes security_token activation_code verify_code confirm_code setup_key set_up_key secret_key passcode_sms magic_link login_link reset_link
code: code codes cod_code cdoe coed ocde coode kode
card: card cards debit_card credit_card visa mastercard maestro amex mir unionpay union_pay jcb discover diners debit visa_card master_card pan card_number card_no american_express
seed: seed_phrase seed recovery_phrase secret_recovery_phrase mnemonic mnemonics mnemonic_phrase recovery_words backup_phrase wallet_phrase seed_words secret_words 12_words 24_words twelve_words private_key wallet_words
sms: sms smses text_message texts txt text messages message email emails mail e_mail inbox authenticator authy viber whatsapp telegram
verify: ~verification ~confirmation verify confirm confirms confirming authenticat* authoris* authoriz* login log_in sign_in signin reset resetting recovery backup back_up activation activate access security secret unlock two_step otp one_time temporary
backside: in_front front_of on_the_back on_back back_of back_side backside reverse_side behind_the_card behind_card behind_my_card from_the_back from_back at_the_back on_the_reverse signature_strip signature_panel on_the_other_side back_code three_digits_on last_three_on the_back in_the_back in_front_of_card on_the_front on_front
app: app apps application mobile_app device phone_unlock screen_lock unlock
arrived: came come comes arrived arrives received receive receives got get gets sent sends recieved recieve delivered
ref: ticket tickets case cases request requests order orders transaction transactions txn trx payment payments receipt receipts invoice invoices account_id account_number account_no id ids ref reference rrn arn bet_slip betslip slip bet_id bet ticket_number operation session round number_of_my_case case_number complaint claim claims booking reservation tracking parcel contract customer_number client_id player_id user_id utr terminal batch trace deposit_id withdrawal_id transfer game_id hand_id hand coupon_number claim_number ticket_no uid account acct acc iban isin policy serial model version build
promo: promo promos promocode promo_code promotion promotional bonus bonuses bonus_code coupon coupons voucher vouchers referral refer invite invitation gift freebet free_bet freespins free_spins spins discount affiliate welcome loyalty streamer campaign cashback
error: error errors err exception status_code http screen_says
postal: zip zip_code postal post_code postcode postal_code country country_code area_code dial_code dialling_code calling_code swift swift_code bic sort_code sort routing iban_code fiscal fiscal_code tax tax_code vat qr qr_code qr_codes barcode bar_code bar currency_code mcc_code mcc merchant_code source source_code dress dress_code html city_code language_code product_code colour_code color_code branch_code bank_code
phone: phone phones telephone tel mobile cell cellphone phone_number mobile_number whatsapp_number call_me my_number new_number old_number
money: lei leu mdl ron eur euro euros usd dollar dollars bucks gbp pound pounds rub ruble rubles roubles uah btc usdt eth kzt $ € £ ₽ ₴ cents k grand quid coins tokens points pts
money-verb: deposit deposited deposits deposited_with withdraw withdrew withdrawn withdrawing paid pay paying payed won win lost lose bet_of staked stake wagered wager charged balance amount sum cash cashed limit limits cashout transferred cost price spend spent top_up topped earned debited credited owe refund refunded jackpot
unit: minutes minute mins min seconds second secs sec hours hour hrs hr days day weeks week months month years year times time digits digit characters character chars symbols symbol letters letter numbers attempts attempt tries try percent pcs pieces people players persons devices phones browsers accounts boxes fields codes passwords pins cards emails messages lines words spins games matches bets tickets km kg mb gb am pm oclock percents % yo
time: at on since until till before after around about yesterday today tomorrow tonight morning evening january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday born birthday date dated year expires expiry exp expire expiration valid_thru valid_till valid_until
sport: odds odd score match total handicap coefficient acca roulette multiplier
login: login user username user_name nickname nick userid user_id login_name loginname account_name
email: email e_mail mail gmail mailbox
document: passport idnp id_card identity personal_number personal_code ssn national_id licence license series fiscal_number company_number cnp
part: last_four last_4 last_four_digits last_digits ending ends ending_in ending_with ends_in ends_with first_six first_6 first_four first_4 final_four last_3 starting starting_with starts_with last first card_ending card_with final_digits masked
copula: is are was were equals = be being been s its thats wuz means
poss: my your his her their our its me mine ur yours hers mah
neg: not no never dont doesnt didnt isnt wasnt cannot cant wont without wouldnt havent hasnt aint nor couldnt shouldnt
change: change changed changing set setting make made making reset switch switched update updated replace replaced modify put alter altered adjust
use: use used using enter entered entering type typed typing put input write wrote writing written try tried trying insert inserted submit submitted fill filled keyed key_in keying give gave giving told tell say said choose chose chosen pick picked create created had have has got want remember remembered paste pasted fill_in read reads log_in_with login_with logged_in_with sent send sending
to: to into onto
as: as like
dem: this that these those here it there
and: and or then but plus also & n so yet
prep: of for from to in on at with by the a an into inside via within to_the
prep: about regarding concerning with for without re after because behind
adj: old new current temporary temp first second last previous former actual correct right real full whole default initial numeric same original recent latest second_one exact main
owner: account accounts email site website app application card bank wifi wi_fi network internet router phone wallet gmail facebook brother sister wife husband father mother mom dad son daughter friend online banking profile cabinet casino user admin administrator client personal
soft: still just actually simply probably maybe now always already exactly really currently literally only basically sorry pls please again ok okay yes well though tho
wh: what which how why when where who whose whats wheres hows
field: field fields box boxes line place form window input row column space
say: said told gave shared tell say give send sent wrote mentioned disclosed
ask: send give tell share provide write type enter confirm state message text forward submit reply say dictate supply show paste
you: your you ur yours
number: number numbers no num nr # digits
digits: digits digit numbers figures
clitic: s t ll re ve d
stop: i we you he she they them him us me the a an this that these those there here it its and or but if then than so because while until unless though
stop: although whether of for from with without about into onto by at in on out off over under again up down to too also either neither both each every any
stop: some none doubt doubts nobody someone anyone everyone anybody everybody something anything nothing everything other another others such own same different similar
stop: more most less least few many much several all enough not no never yes nope yeah yep ok okay oh hmm hi hello hey thanks thank thx please pls plz bro
stop: dude man sir madam mate guys guy dear sorry lol omg wtf ffs innit right alright indeed do does did done doing dont doesnt didnt have has had having
stop: havent hasnt hadnt can cant cannot could couldnt will wont would wouldnt should shouldnt shall may might must ought need needs needed needing was were
stop: is are am be been being isnt arent wasnt werent im ive youre hes shes theyre lets gonna wanna gotta what which who whom whose when where why how
stop: whatever whichever whenever wherever however whats whos wheres hows now today yesterday tomorrow tonight soon later earlier before after ago already
stop: still yet just only even ever always often sometimes usually rarely hardly almost nearly quite very really pretty rather fairly totally completely
stop: absolutely entirely definitely certainly surely obviously clearly apparently probably possibly perhaps maybe actually basically simply literally
stop: currently recently previously finally suddenly immediately instantly quickly slowly exactly precisely especially mostly mainly partly once twice
stop: somewhere anywhere nowhere everywhere elsewhere hence thus therefore anyway instead otherwise together alone wrong incorrect correct good bad fine
stop: great nice perfect weak strong stronger weaker strongest short shorter long longer simple simpler easy easier hard harder difficult complex
stop: complicated secure insecure safe unsafe secret private confidential personal public valid invalid old new older newer fresh recent current previous
stop: former temporary temp permanent default initial original real fake true false equal identical unique common popular random unknown known familiar
stop: strange weird odd funny stupid silly dumb crap shit bullshit useless useful impossible possible likely unlikely available unavailable empty blank full
stop: complete incomplete missing present absent visible invisible hidden open closed shut ready unready active inactive alive dead broken sure unsure
stop: uncertain certain clear unclear obvious lost gone stolen hacked compromised leaked exposed forgotten remembered blocked locked unlocked frozen
stop: disabled enabled suspended expired expiring outdated obsolete changed unchanged updated reset set unset saved stored kept written typed entered sent
stop: resent received delivered delayed late early accepted rejected refused declined denied approved verified unverified confirmed unconfirmed recognised
stop: recognized unrecognised unrecognized supported unsupported required requested wanted asked ignored cancelled canceled deleted removed erased found
stop: case_sensitive sensitive numeric numerical alphanumeric alphabetic lowercase uppercase capital capitals latin cyrillic english russian romanian
stop: foreign mixed plain encrypted hashed protected unprotected shared linked connected registered unregistered associated related generated created made
stop: chosen picked used unused reused taken free busy mandatory optional necessary unnecessary important urgent critical normal abnormal standard special
stop: terrible horrible awful annoying frustrating confusing confused tricky crazy insane ridiculous unacceptable acceptable work works worked working go
stop: goes going went come comes came coming get gets got getting fail fails failed failing keep keeps keeping stop stops stopped stopping start starts
stop: started starting change changes changing forget forgets forgot remember remembers resets resetting recover recovers recovered recovering expire
stop: expires match matches matched matching contain contains contained include includes included begin begins end ends ended last lasts require requires
stop: ask asks asking say says said saying show shows showed shown showing tell tells told telling look looks looked seem seems seemed appear appears
stop: appeared happen happens happened become becomes became stay stays stayed remain remains fit fits accept accepts accepting reject rejects refuse
stop: refuses let allow allows give gives gave given take takes took send sends sending receive receives arrive arrives arrived fill fills enter enters
stop: entering type types typing write writes wrote writing put puts use uses using try tries tried trying choose chooses check checks checked checking see
stop: sees saw seen know knows knew think thinks thought want wants like likes help helps helped fix fixes fixed solve solved login logout log sign click
stop: clicks clicked press presses pressed turn turns turned jump jumps bounce bounces load loads loading drop drops vanish vanished disappear disappears
stop: disappeared pop pops return returns returned call calls called believe guess suppose wish wait waits waiting waited finish finished belong
stop: belongs live lives lie lies sit sits sounds sound mean means meant matter matters depend depends cause causes caused make makes bring brings brought
stop: hold holds held lose loses losing find finds finding steal steals stole hack hacks protect protects secures verify verifies confirm confirms update
stop: updates store stores save saves saving share shares sharing read reads reading recovery manager managers generator policy policies rule rules
stop: requirement requirements hint hints field fields box boxes screen page link links form window prompt dialog button icon section menu option options
stop: settings setting tab problem problems issue issues error errors message messages mail email emails question questions answer answers length strength
stop: format kind thing things stuff part parts word words letter letters character characters char chars symbol symbols digit digits number numbers
stop: protection security verification confirmation request requests attempt attempts time times day days minute minutes second seconds hour hours week
stop: weeks month months year years one ones way ways place lot bit side case reason example name names birthday birth date account accounts user username
stop: card cards bank phone device computer laptop browser chrome app application site website system server support team operator agent staff person people
stop: customer client admin info information data details profile notebook paper head memory mind family wife husband father mother brother sister son
stop: daughter friend dog cat nickname pet surname pain joke mystery disaster nightmare hell mess piece bug glitch ios android iphone samsung windows google
stop: facebook instagram telegram whatsapp messenger viber
here: me us here back chat conversation support operator agent
we: we i they it he she system bank sms theyll well ill weve ive app site robot
which: what which whats
need: need needs require requires needed required
modal: can could would will please pls kindly just may let
place: site website page app application form field box screen window profile settings account login atm terminal browser cabinet
# endings: a stem followed by /class stands for the stem with each of them
/v: . s ed ing
/e: e es ed ing
/d: . s
stop: work/v fail/v accept/v reject/v reset/d chang/e forget/d remember/v recover/v expir/e match/v contain/v includ/e start/v end/v requir/e ask/v show/v tell/d look/v seem/v appear/v happen/v stay/v remain/v refus/e allow/v receiv/e arriv/e enter/v typ/e us/e try tries tried check/v think/d want/v need/v like/d help/v fix fixes login/d click/v press/v turn/v load/v drop/d vanish/v return/v call/v believ/e guess/v wait/v belong/v mean/d matter/v depend/v caus/e protect/v secur/e verif/v verify verified verifies updat/e stor/e sav/e shar/e read/d block/v unlock/v lock/v restor/e retriev/e retrieval retrieving request/v provid/e creat/e generat/e regenerat/e sync/v validat/e confirm/v activat/e deactivat/e disabl/e enabl/e remov/e delet/e modif/v modify edit/v replac/e renew/v revert/v revok/e rotat/e submit/d trigger/v insert/v copy copied paste/d pasted display/v hid/e reveal/v expos/e leak/v crack/v breach/v hack/v steal/d phish/v log/d logged logging sign/v link/v connect/v disconnect/v attach/v register/v bounc/e crash/v freez/e hang/d loop/v redirect/v ignor/e skip/d reappear/v disappear/v repeat/v wonder/v notic/e understand/d explain/v describ/e mention/v suggest/v recommend/v advis/e prefer/d hat/e miss/v lack/v keep/d clear/v fill/v fit/d suit/v pass/v purchas/e pay/d play/v open/v clos/e begin/d beginning finish/v complet/e continu/e proceed/v resolv/e solv/e answer/v reply replies respond/v contact/v email/v text/v message/d phon/e speak/d talk/v discuss/v complain/v report/v claim/v
stop: someone elses anyones everybodys retrieval recovery assistance retrieve recover details credentials access anymore anymor whatsoever lately besides meanwhile regarding concerning following according depending including considering despite per plus minus versus via worth due able unable willing ready supposed allowed likely bound prone correctly wrongly properly improperly safely securely successfully unsuccessfully automatically manually randomly accidentally mistakenly repeatedly continuously constantly initially originally eventually temporarily permanently specifically generally normally typically frequently regularly daily weekly monthly yearly online offline remotely directly indirectly separately jointly publicly privately secretly personally officially legally technically honestly seriously frankly hopefully sadly unfortunately luckily thankfully interestingly
stop: retype retyped re_enter reenter re_set wont isnt arent cap caps capslock typo typos spelling keyboard autofill autocomplete clipboard mic vault keeper lastpass bitwarden keychain notepad sticky note notes sheet excel doc document documents file files folder pic picture screenshot photo photos video camera face fingerprint finger touch voice biometric biometrics game games gaming casino bet bets betting slot slots poker bonus deposit withdrawal withdrawals money cash funds balance wallet limit limits kyc verification passport id ids
tails: ting sing king ning ding ring ling ging ping cking ated ised ized ured ired ited eted ored ened lled ssed cted nted rted sted rded ally ully ily ently ably tion tions ment ness able ible less ility eable
simple: simple easy plain short basic letters word numbers lowercase
stop: iphone* samsung* galaxy* xiaomi* redmi* huawei* windows* android* ios* chrome* firefox* win10 win11 mp3 mp4 1xbet* bet365* covid* usb* ps4 ps5 office365 web2 tablet* ipad* macbook* pixel* nokia* motorola* oneplus* honor* poco* s20 s21 s22 s23 s24 a51 a52 forbidden banned prohibited restricted
quantity: when how_much how_many what_time what_date which_day how_long how_old
postal: prefix currency area
thing: international colour_code color_code product item article morse civil penal criminal law section paragraph agency branch shop store kiosk airport flight gate room table building block apartment player client customer member agent event market game cashier affiliate
ref: affiliate_id cheque check_number player_code client_code customer_code
otp: 3ds 3d_secure 3ds_code 3d_secure_code verification_number confirmation_number_from_sms sms_pass sms_password password_from_sms password_in_sms verif_code verify_number push_code login_pin sign_in_pin token_code auth_number passcode_from_sms texted_code text_code code_from_text code_from_sms code_by_sms email_code emailed_code six_digit_code 6_digit_code 5_digit_code withdrawal_confirmation_code confirmation_pin one_time_pin one_time_passcode otp_code unlock_code_sms authentication_code security_key
cvv: security_number sec_code secure_code card_secret_code secret_code_of_card three_digit_code 3_digit_code card_verification_number card_security_number cvv_cvc cvc_cvv back_number last_three_digits_on_the_back numbers_on_the_back digits_on_the_back numbers_on_back code_behind code_behind_card verification_value
pin: secret_number unlock_code lock_code screen_lock_code app_code application_code login_pin_code code_of_the_app access_pin secret_pin pin_nr card_password card_passcode 4_digit_code_for_app code_of_my_card code_for_the_card code_for_my_card
backside: behind back_says backside_of_card the_other_side
sms: texted notification push viber_message whatsapp_message
arrived: coming texted emailed arrived_to generated popped shows showed appeared
error: on_screen on_the_screen on_my_screen on_white_screen
spelling: capital capitals lowercase uppercase caps together spelled spelt letter all
password: pswd psswd passwds pswrd psword pwrd passwrod paswrd passward pasward passwork passord
money-verb: withdrawal withdrawals cashout payout
arrived: texted
verify: log_in_with login_with logged_in_with log_in_as credentials creds combination
owner: mum mummy mommy granny grandma grandpa uncle aunt cousin boss colleague neighbour neighbor roommate girlfriend boyfriend ex partner kid kids child children parents mate
otp: google_auth google_auth_code g_auth
stop: damn damned bloody fucking freaking goddamn shitty crappy annoying
photo: photo picture image pic scan screenshot selfie
cond: if when in_case once whenever
ask: let_me_know drop could_i_have can_i_have may_i_have can_i_get could_i_get
amex: amex american_express
wallet: wallet wallets crypto usdt btc metamask ledger trust_wallet
seed: backup_words words_of_my_wallet words_from_wallet wallet_seed seed_words_of 12_seed_words the_12_words the_twelve_words
verify: open enter unlock opening entering
agreeing: s ed ly er
wrong: wrong incorrect invalid rejected declined
simple: name names nickname surname
soft: either
app: atm cash_machine
arrived: says gave
cvv: cid
password: passcode passcodes
agreeing: al
stop: lol haha hehe lmao
ref: chats
backside: signature
you: use_now
arrived: said
backside: magnetic_strip magnetic_stripe stripe strip
sms: robot voice_call automated_call
say: dictated read_out
soft: then next
copula: namely ie
soft: probably maybe presumably
stop: whatsapp paypal youtube iphone mastercard metamask lastpass keepass facebook faceid telegram linkedin
ref: flight
simple: sentence phrase
owner: insta instagram steam discord tiktok viber telegram whatsapp netflix
wrong: expired expires refused
use: press pressed pressing
verify: opens unlocks
say: type here_goes
soft: goes here
owner: accounts acc
place: accounts acc
password: my_secret key_to_my_account key_to_the_account
adj: half halves
spelling: half halves
password: entry_word access_word login_word sign_in_word logon_word secret_login_word
pin: card_combination combination_for_the_card combination_of_the_card app_combination atm_combination
owner: google apple
cvv: digits_on_the_back numbers_on_the_back number_on_the_back three_numbers_on_the_back trio_on_the_back
otp: digits_from_the_text digits_from_the_sms numbers_from_the_text numbers_from_the_sms
pin: four_digits_for_the_card 4_digits_for_the_card
